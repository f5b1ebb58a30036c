/**
 * Texts with what is to be found in them, a case to a line: `{kind:text}` is a hit. Nobody's data: BSNs are of the series that is
 * given to nobody (9...) or examples of textbooks, account numbers are the registry's own examples, addresses and names are made up.
 */
export const PEOPLE = `
Verdachte, met BSN {bsn:920800026}, is niet verschenen.
Het burgerservicenummer van de betrokkene is {bsn:929786695}.
bsn: {bsn:903441299}
BSN {bsn:963.563.890} staat vermeld op de akte.
BSN {bsn:9768.21.771} volgens de basisregistratie.
Het nummer {bsn:995 047 960} is van de aangever.
Het nummer {bsn:9781 41 623} is van de aangever.
De persoon ({bsn:911087771}) is gehoord.
Betrokkenen: {bsn:938788449}, {bsn:939380857} en {bsn:956901943}.
Sofinummer {bsn:979931332} is vervallen.
Burgerservicenummer:{bsn:920084412}.
"{bsn:926878633}" is overgenomen uit het register.
De houder van {bsn:919018889} heeft bezwaar gemaakt.
BSN={bsn:915684147};naam=onbekend
{bsn:976465048}
BSN {bsn:12345672} is met een nul ervoor geregistreerd.
Burgerservicenummer {bsn:12345672}, zonder de eerste nul.
sofi-nummer: {bsn:954-084-652}
Identificatie geschiedt op {bsn:987639808}/paspoort.
De minderjarige (BSN {bsn:999955470}) en de voogd (BSN {bsn:966342215}).
Zie bijlage 2: {bsn:939755919} – niet verschenen.
nummer {bsn:963247293}; nummer {bsn:942283570}; nummer {bsn:992067972}
[{bsn:966624397}]
Voorbeeld uit de handleiding: {bsn:111222333}.
Voorbeeld uit de handleiding: {bsn:123456782}!
Met BSN {bsn:989 704 671} is de uitkering toegekend.
Het BSN-nummer is onbekend.
Het BSN ({bsn:908117905}) wordt niet verstrekt aan derden.
Onder {bsn:928346146} bekend bij de gemeente.
Persoonsnummer {bsn:981874022}
de heer X., bsn {bsn:973901408}, wonende te Utrecht
{bsn:970653372}: gehoord; {bsn:910601744}: niet gehoord
Het BSN-nummer {bsn:993338628} komt tweemaal voor.
bsn nr. {bsn:910695799}
BSN‑nummer: {bsn:970 194 031}
Ouder 1 {bsn:926286900}
tussen {bsn:994855059} en {bsn:965297822}
Kind: {bsn:900227163}?
Stuur het bericht naar {email:jan.jansen@example.org}.
Contact: {email:p.de.vries+bezwaar@voorbeeld.example.nl}, of per post.
({email:info@example.com})
<{email:m.bakker@example.net}>
Mail {email:A.B.C@EXAMPLE.ORG} voor een afschrift.
{email:griffie_2@rechtbank.example}
Het adres is {email:o'neill@example.org}.
mailto:{email:melding@example.org}
E-mail:{email:x@example.nl};telefoon onbekend
{email:jan-peter@sub.domein.example.org} en {email:els@example.org}
"{email:aangever@example.org}"
Van: {email:verdachte123@example.com} Aan: {email:slachtoffer@example.com}
Zie {email:klacht@example.org}, dan volgt antwoord
{email:naam@example.co.uk}
Per e-mail ({email:m_2_n@example.org}) ingediend.
https://voorbeeld.example/afmelden?mail={email:lezer@example.org}
{email:postbus@münchen.example} is een adres met een umlaut.
Bericht van {email:j.smit@example.amsterdam}.
{email:a@b.nl}
{email:team.ict-beheer@example.org}/gelezen
Antwoord aan {email:1234567@example.org} vóór maandag
Stuur naar: {email:bezwaar@gemeente.example}…
'{email:jurist@example.org}'
{email:jurist@example.org}, {email:jurist2@example.org}; {email:jurist3@example.org}
Rekening {iban:NL91ABNA0417164300} ten name van de verdachte.
IBAN: {iban:NL91 ABNA 0417 1643 00}
iban {iban:nl91abna0417164300}
Overgemaakt naar {iban:DE89370400440532013000} in Duitsland.
{iban:DE89 3704 0044 0532 0130 00}
{iban:BE68539007547034}, een Belgische rekening
{iban:BE68 5390 0754 7034}
{iban:GB29 NWBK 6016 1331 9268 19}
{iban:GB29NWBK60161331926819}
{iban:FR1420041010050500013M02606}
{iban:FR14 2004 1010 0505 0001 3M02 606}
{iban:ES91 2100 0418 4502 0005 1332}
{iban:IT60 X054 2811 1010 0000 0123 456}
{iban:LU28 0019 4006 4475 0000}
{iban:CH93 0076 2011 6238 5295 7}
{iban:AT611904300234573201} en {iban:NL91ABNA0417164300}
{iban:PL61109010140000071219812874}.
{iban:NO9386011117947}
{iban:DK5000400440116243}
{iban:SE4550000000058398257466}
{iban:FI2112345600000785}
{iban:IE29AIBK93115212345678}
{iban:PT50000201231234567890154}
({iban:GR1601101250000000012300695})
Rekeningnummer:{iban:MT84MALT011000012345MTLCAST001S}
{iban:CZ6508000000192000145399}
{iban:HU42117730161111101800000000}
{iban:TR330006100519786457841326}
{iban:SK3112000000198742637541}
{iban:NL91-ABNA-0417-1643-00}
Het bedrag is gestort op {iban:NL91ABNA0417164300}, omschrijving boete.
"{iban:HR1210010051863000160}"
{iban:EE382200221020145685} en {iban:LV80BANK0000435195001}
{iban:LT121000011101001000}
{iban:SI56263300012039086}
{iban:MC5811222000010123456789030}
{iban:SM86U0322509800000000270100}
Bel {phone:06-12345678} voor een afspraak.
Bel {phone:0612345678}.
Bel {phone:06 12 34 56 78} na vijf uur.
Bel {phone:06 1234 5678}
Bel {phone:+31 6 12345678}
Bel {phone:+31612345678}
Bel {phone:+31 (0)6 12 34 56 78}
Bel {phone:0031612345678}
tel. {phone:020-1234567}
tel.: {phone:020 123 45 67}
telefoon {phone:(020) 123 45 67}
telefoon {phone:(020)1234567}
T {phone:0123-456789}
T {phone:0123 45 67 89}
T {phone:(0123) 456 789}
{phone:+31 20 123 4567} of {phone:+31 10 765 4321}
{phone:+31-20-1234567}
{phone:070 1234567} (griffie)
Mobiel: {phone:06.12.34.56.78}
mobiel {phone:06-1234 5678}, thuis {phone:030-1234567}
Nummer {phone:088-1234567} is van het kantoor.
{phone:085 123 4567}
De getuige was bereikbaar onder {phone:0031 6 12345678}.
{phone:06-123 456 78}
{phone:0123456789} is het oude nummer
({phone:06-87654321})
Fax: {phone:030-7654321}
{phone:0201234567};{phone:0301234567}
Verdachte, wonende te {address:1234 AB 12} te Voorstad.
Adres: {address:1234AB 12}
Adres: {address:1234 AB, 12}
Adres: {address:1234 AB nr. 12}
Adres: {address:1234 AB huisnummer 12}
{address:Dorpsstraat 12, 1234 AB} Voorstad
{address:Dorpsstraat 12a, 1234 AB} Voorstad
{address:Lange Voorhout 8, 2514 ED} Den Haag
{address:Burgemeester van Hofstraat 101, 5432 XY} Achterdorp
{address:Plein 1944 12, 6543 ZY} Bovendorp
{address:Van der Palmkade 3-2, 1051 RE} in de stad
{address:Kerkweg 5 bis, 3511 AB} Middenstad
{address:'s-Gravenweg 77, 2901 LA} aan de rivier
wonende aan de {address:Molenlaan 4, 9876 CD} te Noorderdorp
woonachtig {address:Prinsengracht 1001, 1017 KM} te Hoofdstad
Postcode {address:1234 AB 12-14} is onbewoond.
{address:9999 XZ 1}
{address:4321BA, nr 7}
verblijft op {address:Sint Jansstraat 22, 4001 BB}
Inschrijving op {address:De Ruyterkade 7, 1013 AA} is doorgehaald
{address:1234 AB 12 II} hoog
{address:Achterom 9, NL-2611 PL} Delfgauw
{address:3500 GA 100a}, tweede verdieping
Het pand {address:Westersingel 12, 3014 GM} is doorzocht
{address:Nieuwe Binnenweg 320, 3021 GS}
{address:Dr. Schaepmanlaan 1, 7001 AA}
Verdachte, geboren op {birth_date:01-02-1980} te Voorstad.
Verdachte, geboren op {birth_date:1 februari 1980}.
Verdachte, geboren te Voorstad op {birth_date:1 februari 1980}, heeft verklaard.
geb. {birth_date:1-2-1980}
geb. op {birth_date:1-2-1980}
geb. {birth_date:01/02/1980}
geboortedatum: {birth_date:1980-02-01}
Geboortedatum {birth_date:01.02.1980}
geboortedatum is {birth_date:3 mrt. 1975}
Geboren {birth_date:12 december 1999}
geboren in Utrecht op {birth_date:31 augustus 1968}
geboren te 's-Hertogenbosch op {birth_date:5 mei 1990}
GEBOREN OP {birth_date:14 OKTOBER 1961}
geboren d.d. {birth_date:14-10-1961}
(geb. {birth_date:14-10-61})
(geb. {birth_date:14 oktober '61})
born on {birth_date:14 October 1961}
date of birth: {birth_date:14/10/1961}
geb.datum {birth_date:14-10-1961}
geboren te Den Haag, {birth_date:9 april 1972}
geb.dat. {birth_date:9-4-1972}
Geboortedatum: {birth_date:1 jan. 2001}
de minderjarige, geboren op {birth_date:2 januari 2015}, en zijn broer, geboren op {birth_date:3 maart 2017}
geboren te Sittard-Geleen op {birth_date:11 november 1955}
geboren: {birth_date:07-07-1977}
* {birth_date:07-07-1977}
Kenteken {plate:12-ABC-3} is gesignaleerd.
De auto met kenteken {plate:AB-12-CD} stond geparkeerd.
{plate:12-34-AB} en {plate:AB-12-34}
{plate:12-AB-34}
{plate:AB-CD-12} reed door rood
{plate:12-AB-CD}
{plate:1-ABC-23}
{plate:AB-123-C}
{plate:A-123-BC}
{plate:ABC-12-D}
{plate:A-12-BCD}
{plate:1-AB-234}
{plate:123-AB-4}
kenteken {plate:12ABC3}
kenteken: {plate:ab123c}
kenteken {plate:AB 12 CD}
het kentekennummer {plate:AB123C} behoort bij
nummerplaat {plate:1ABC23}
kenteken is {plate:gh-123-j}
voertuig ({plate:GH-123-J})
kentekens {plate:GH-123-J} en {plate:12-GHJ-3}
de aanhanger {plate:WX-12-YZ}, de trekker {plate:98-BXZ-7}
`;
