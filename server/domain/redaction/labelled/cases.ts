/** The numbers of cases, marked as in people.ts. They are made up. */
export const CASES = `
Parketnummer {parketnummer:01/234567-21} is gevoegd.
parketnummer: {parketnummer:01-234567-21}
Parketnummers {parketnummer:01/234567-21} en {parketnummer:02/345678-20}.
({parketnummer:13/654321-19})
{parketnummer:10-123456-22}
De zaak met parketnummer {parketnummer:16.123456.20}.
parketnr. {parketnummer:09/876543-18}
parketnr {parketnummer:1812345621}
Parketnummer {parketnummer:05 123456 17}
{parketnummer:05/123456-17} (gev. ttz. met {parketnummer:05/123457-17})
{parketnummer:23-001234-20} in hoger beroep
{parketnummer:22‑001234‑20} met andere streepjes
Inzake {parketnummer:81/123456-16}, economische zaak.
{parketnummer:96-123456-15};{parketnummer:96-123457-15}
Het parketnummer is {parketnummer:15/800123-13}.
parketnummer : {parketnummer:03 / 123456 - 12}
"{parketnummer:18/830123-11}"
Zie {parketnummer:20/002345-10}.
{parketnummer:21-003456-09}, arrest
tegen verdachte in de zaak {parketnummer:06-123456-78}
parketnummer {parketnummer:0412345608}
parketnummers {parketnummer:01/234567-21}, {parketnummer:02/345678-20}, {parketnummer:03/456789-19}
TUL {parketnummer:99-000123-21}
vordering tenuitvoerlegging {parketnummer:16/659123-14}
Zaaknummer: {zaaknummer:8123456}
zaaknummer {zaaknummer:8123456 CV EXPL 19-1234}
{zaaknummer:8123456 CV EXPL 19-1234}
{zaaknummer:C/13/123456 / HA ZA 21-123}
{zaaknummer:C/13/123456 / KG ZA 21-45} kort geding
Zaaknummer {zaaknummer:C/09/654321}
{zaaknummer:C/16/123456 / FA RK 20-1234} echtscheiding
rekestnummer {zaaknummer:C/02/345678/JE RK 20-123}
{zaaknummer:AWB 20/1234}
{zaaknummer:SGR 21/4567} en {zaaknummer:SGR 21/4568}
{zaaknummer:AMS 19/234}, uitspraak van de bestuursrechter
{zaaknummer:UTR 18/99}
{zaaknummer:ROT 20/5678}
{zaaknummer:19/1234 WIA}
{zaaknummer:18/987 WMO}, Centrale Raad van Beroep
{zaaknummer:20/456 AOW} en {zaaknummer:20/457 AOW}
{zaaknummer:201912345/1/A2}
{zaaknummer:202012345/1/V3}, Raad van State
{zaaknummer:200.123.456/01}
hof {zaaknummer:200.654.321/02}, arrest
{zaaknummer:F.13/21/123} faillissement
zaaknr. {zaaknummer:2021-004567}
dossiernummer {zaaknummer:D2021.000123}
dossiernummer: {zaaknummer:AB-2021-998}
rolnummer {zaaknummer:21-1234}
rolnummer: {zaaknummer:HA-21-1234}
Zaak-id {zaaknummer:ZK20210001}
zaak-/rolnummer: {zaaknummer:812345}
zaaknummers {zaaknummer:8123456}, {zaaknummer:8123457} en {zaaknummer:8123458}
ons kenmerk: {zaaknummer:2021/0456789}
uw kenmerk {zaaknummer:UIT-2021-4411}
procedurenummer {zaaknummer:P2019.4433}
insolventienummer {zaaknummer:F.10/20/345}
rekestnr. {zaaknummer:345678}
{zaaknummer:HA ZA 21-123}
{zaaknummer:KG ZA 20/678}
zaaknummer {zaaknummer:21/01234}
Proces-verbaal {proces_verbaal:PL1300-2021123456-4} van bevindingen.
{proces_verbaal:PL0600-2019123456}
{proces_verbaal:PL1300 2021123456}
proces-verbaalnummer {proces_verbaal:PL2100-2020654321-12}
proces-verbaal met nummer {proces_verbaal:2021123456}
proces-verbaalnummer: {proces_verbaal:2021-123456}
procesverbaalnummer {proces_verbaal:2021123456-7}
pv-nummer {proces_verbaal:2020111222}
pv nr. {proces_verbaal:2020111222}
p.v.-nummer: {proces_verbaal:1234567}
BVH-nummer {proces_verbaal:2021123456}
BVH nummer: {proces_verbaal:2019765432}
mutatienummer {proces_verbaal:2018000123}
aangiftenummer {proces_verbaal:PL1500-2018000124}
het proces-verbaal van aangifte met nummer {proces_verbaal:PL0100-2017333444-2}
({proces_verbaal:PL2700-2022001122-1})
opgemaakt onder {proces_verbaal:PL2600-2021445566}
{proces_verbaal:PL0900-2021-123456}
Dossier {proces_verbaal:PL1700-2020000111}, p. 12-15
{proces_verbaal:PL2600-20000123}, later aangevuld
CJIB-nummer {cjib:1234567890123456}
CJIB {cjib:1234 5678 9012 3456}
CJIB-zaaknummer: {cjib:123456789}
beschikkingsnummer {cjib:2123456789}
CJIB-kenmerk {cjib:9876543210}
De boete met CJIB-nummer {cjib:1 2345 6789 0123 456} is betaald.
CJIB nr. {cjib:12345678}
cjib: {cjib:8765432187654321}
betalingskenmerk {cjib:1234567890123456}
boetenummer {cjib:12345678901}
acceptgironummer {cjib:1234567890123456}
Het CJIB-nummer is {cjib:4321 8765 2109 6543}.
bekend bij het CJIB onder nummer {cjib:556677889900}
Beschikkingsnummer: {cjib:213-456-789-0}
betalingskenmerk: {cjib:9876 5432 1098 7654}
`;
