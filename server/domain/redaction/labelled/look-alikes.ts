/** Texts of the law in which nothing is to be found, however much it looks like it. */
export const LOOK_ALIKES = `
Artikel 27 lid 1 Sv: degene te wiens aanzien een redelijk vermoeden bestaat.
artikel 6:162 BW, onrechtmatige daad
artikel 123456782 bestaat niet
art. 3:40 Awb
art. 8:29, derde lid, Awb
de artikelen 310 en 311 Sr
Zie artikel 2.1.1, tweede lid, van het Besluit.
artikel 359a Sv en artikel 126nd Sv
ECLI:NL:HR:2004:AM2533
ECLI:NL:RBAMS:2021:123456782
HR 30 maart 2004, ECLI:NL:HR:2004:AM2533, NJ 2004/376
ECLI:NL:CRVB:2020:1234, r.o. 4.5
ECLI:EU:C:2014:317 (Google Spain)
ECLI:CE:ECHR:2008:1127JUD003639102
LJN AM2533
BWBR0001903
BWBR0005537, artikel 3:46
BWBV0001000
jci1.3:c:BWBR0001903&artikel=27&lid=1
jci1.31:c:BWBR0005537&hoofdstuk=3&artikel=3:46&z=2021-01-01&g=2021-01-01
CVDR123456
CVDR6543210_1
32016R0679
CELEX 32016L0680
Verordening (EU) 2016/679
Richtlijn 2016/680/EU
Verordening (EG) nr. 883/2004
Richtlijn (EU) 2016/680 van het Europees Parlement
Kaderbesluit 2002/584/JBZ
Stb. 2002, 123
Stb. 2018, 144
Staatsblad 2018, 144
Stcrt. 2011, 12345
Stcrt. 2021, 987654
Trb. 1999, 1
PbEU 2016, L 119/1
Kamerstukken II 2012/13, 33 000, nr. 12
Kamerstukken II 2018/19, 35 123, nr. 3, p. 45-46
Kamerstukken I 2019/20, 34 851, A
ISBN 978-90-13-12345-6
ISBN 9789013123456
ISSN 1234-5679
NJ 2010/123
AB 2019/234
JB 2020/12
p. 123-456
blz. 12-34
pagina 1234
randnummer 123
r.o. 3.4.2
rov. 5.12
in de jaren 1980-1990
sinds 1 januari 2002
in werking getreden op 1 januari 2012
de wet van 9 mei 1990
met ingang van 01-01-2021
op 01-02-2021 12 stuks
van 01/02/2021 tot 03/04/2021
2021-02-01
een kind dat is geboren op of na 1 januari 2012
personen geboren vóór 1 januari 1950
geboren na 31 december 1999
de datum van geboorte
wie geboren is in Nederland
het recht op een geboortebewijs
geboren worden en sterven
De geboortedatum wordt opgenomen in het register.
een bedrag van € 123.456.782
€ 123.456.782,00
EUR 920800026
€920800026
een boete van 8.700 euro
de som van 1.234.567
123.456.789 inwoners
een getal van 789999620
het getal 607324945
dossier met 403330493 regels
668599258
nummer 841902211 is geen BSN
909145980
de reeks 123456789
000000000
het BSN is een nummer van negen cijfers
burgerservicenummer als bedoeld in artikel 1, onder b, van de Wet algemene bepalingen burgerservicenummer
9208000261
19208000261
920800026a
X920800026
1.920800026
versie 9.208.000.26
920800026,5
RSIN 920800026
KvK-nummer 12345678
KvK 12345678
fiscaal nummer 123456782
NL920800026B01
NL12ABNA0417164300
NL91ABNA0417164301
NL91ABNA041716430
NL91ABNA04171643000
DE89370400440532013001
XX91ABNA0417164300
NL99
NL20 is een afkorting
ABCD12345678901234
GB29NWBK60161331926818
IBAN is een internationaal bankrekeningnummer
Een IBAN heeft in Nederland 18 tekens.
@minister
@ politie
a@b
naam@domein
3 @ 4 euro
volg @openbaarministerie
een apenstaartje (@) in een adres
jan@@example
@example.org
jan@.nl
jan.@
het e-mailadres van de aangever
112
0900-8844
0800-1234
0800-1234567
0900-1234567
14 020
144
telefoon 116 117
020
06
0123
0612
+31
1234567890
01-02-2021
0000-00-00
12-34
het netnummer 020
telefoonnummer als bedoeld in artikel 1.1 van de Telecommunicatiewet
06-1234567
06-123456789
020-12345
+32 2 123 45 67
+49 30 1234567
1/234567-21
01/23456-21
01/2345678-21
01/234567-211
1201/234567-21
01/234567-21/3
het parketnummer van de zaak
parketnummers worden toegekend door het parket
01/02-21
21/1234
12/34
het zaaknummer van de rechtbank
een zaaknummer bestaat uit cijfers
zaaknummer onbekend
rolnummer volgt
zaaknummer 12
dossiernummer van de betrokkene
het kenmerk van een stof
een kenmerk van 2000 soorten
wezenlijk kenmerk
zaaknummer 01-02-2021
proces-verbaal van 12 mei 2021
proces-verbaal van bevindingen
het proces-verbaal, opgemaakt op 01-02-2021
proces-verbaal als bedoeld in artikel 152 Sv
proces-verbaalnummer onbekend
PL 12
PL/SQL
PLO 1234
pv van verhoor
pv
CJIB
het CJIB int 12 miljoen
Centraal Justitieel Incassobureau
CJIB, Postbus 50000, 8900 XA Leeuwarden
het CJIB heeft in 2021 meer dan 8.000.000 zaken behandeld
beschikking van 12 mei 2021
betalingskenmerk ontbreekt
boetenummer 12
Postbus 20301, 2500 EH Den Haag
Antwoordnummer 1234, 2500 VC Den Haag
2500 EH
postcode 1234 AB
de postcode 1234 AB te Voorstad
1234 SS 12
1234 SA 1
0123 AB 12
12345 AB 12
1234 ab 12
1994 en 12
2000 en 3 andere
in 1999 de 12 provincies
1234 ABC 12
van 1000 EU 3
2016 EU 679
de wet uit 1994 WVW 1994
artikel 1234 AB
SS-12-34
12-34-56
AB-CD-EF
AB-1234
A-1-B
COVID-19
ISO-27001
NEN-7510
HA-ZA-21
BRP-V4
B-737-800
A4-12
12-AB
WW-2021
Pw-12
RFC-2119
C-131/12
C-131/12 en C-132/12
T-123/45
zaak C-362/14 (Schrems)
EHRM 27 november 2008, nr. 36391/02
nr. 36391/02
HvJ EU 13 mei 2014, C-131/12
GWB 2005 123
type AB-123
kenteken
het kenteken van een motorrijtuig
kentekenregister
kenteken als bedoeld in de Wegenverkeerswet 1994
een kenteken bestaat uit drie groepen
WVW 1994
Wet op de economische delicten
Awb 1994
Boek 2 titel 9
Titel IIA, afdeling 3
hoofdstuk 8, paragraaf 8.1.4
onderdeel a, onder 1°
eerste lid, onderdelen a tot en met d
tabel 12.3.4
figuur 3-2
bijlage 1, categorie 2
versie 1.2.3
1.2.3.4
192.168.0.1
http://www.voorbeeld.example/920800026
https://wetten.overheid.nl/BWBR0001903/2021-01-01#BoekEerste
https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2004:AM2533
https://voorbeeld.example/0612345678/20
doi 10.1000/182
0,5 promille
35%
100 km/u
12:34 uur
24/7
1e
18 jaar of ouder
zestien jaar
ten hoogste zes jaren of geldboete van de vierde categorie
Grondwet van 1815
art. 120 Gw
art. 6 EVRM
artikel 8, eerste lid, EVRM
Wet van 15 januari 1921, Stb. 14
Besluit van 23 augustus 2010, Stb. 2010, 345
de uitspraak van 5 oktober 2012 (BX4567)
HR 5 oktober 2012, NJ 2013/12, m.nt. J.B.M. Vranken
Rb. Den Haag 5 februari 2020
nummer 12 van de lijst
nr. 123
nr. 4567
lid 12
MvT, p. 12
in 2021 1.234 zaken
over 2019/2020
1 op 3
10-15 dagen
2e kamer
3x
vijf miljoen
6 december
het getal 9208 0002 6
ABNA0417164300
rekeningnummer onbekend
een bankrekening met 18 tekens
9.999.999.999
1 000 000 000
`;
