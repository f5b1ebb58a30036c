import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { detectFormat } from './formats.ts';
import { checkAll, countFindings, readAll } from './read-for-test.ts';
import { realFile } from './real-files.ts';
import { tbx } from './tbx.ts';

const head = '<tbxHeader><fileDesc><sourceDesc><p>van iemand anders</p></sourceDesc></fileDesc></tbxHeader>';
const file = (entries: string, attributes = 'type="TBX-Basic" style="dca"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tbx ${attributes} xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2">${head}<text><body>\n${entries}\n</body></text></tbx>`;

const DCA = `<conceptEntry id="e1">
  <descrip type="subjectField">Strafrecht</descrip>
  <admin type="customerSubset">OM</admin>
  <note>Een opmerking.</note>
  <xref type="externalCrossReference" target="https://example.org/wet">De wet</xref>
  <ref type="crossReference" target="e2">zie ook</ref>
  <transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp>
  <langSec xml:lang="en"><termSec><term>seizure</term></termSec></langSec>
  <langSec xml:lang="nl">
    <descripGrp><descrip type="definition">Vastlegging van <hi>een</hi>
        voorwerp.</descrip><admin type="source">Art. 94 Sv</admin><admin type="source">Handboek</admin></descripGrp>
    <termSec><term>inbeslagname</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
    <termSec><term>inbeslagneming</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
    <termSec><term>beslag</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <termNote type="partOfSpeech">noun</termNote>
      <descripGrp><descrip type="context">Er ligt beslag op.</descrip></descripGrp></termSec>
    <termSec><term>IBN</term><termNote type="termType">abbreviation</termNote></termSec>
  </langSec>
</conceptEntry>
<conceptEntry id="e2"><langSec xml:lang="nl"><descrip type="definition">Een lijst.</descrip>
  <termSec><term>beslaglijst</term></termSec></langSec></conceptEntry>`;

const DCT = DCA.replace(
  /<(descrip|admin|termNote|transac|xref|ref) type="(\w+)"([^>]*)>([\s\S]*?)<\/\1>/g,
  '<basic:$2$3>$4</basic:$2>',
);
const MARTIF = `<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="nl"><martifHeader/><text><body>${DCA.replaceAll('conceptEntry', 'termEntry')
  .replaceAll('langSec', 'langSet')
  .replaceAll(
    /<termSec>(<term>[^<]*<\/term>)([\s\S]*?)<\/termSec>/g,
    '<ntig><termGrp>$1$2</termGrp></ntig>',
  )}</body></text></martif>`;

const reasons = async (text: string) =>
  (await readAll(tbx, text)).map(({ fields, findings }) => [fields.term, ...findings.map(({ code }) => code)]);

describe('TBX', () => {
  it('is a definition for each entry, in Dutch when it has that', async () => {
    const [raw] = await readAll(tbx, file(DCA), 'termen.tbx');
    expect(raw?.location).toEqual({ file: 'termen.tbx', line: 3 });
    expect(raw?.findings).toEqual([]);
    expect(raw?.fields).toEqual({
      term: 'beslag',
      definition: 'Vastlegging van een voorwerp.',
      language: 'nl',
      legalContext: ['Strafrecht'],
      organisationalContext: ['OM'],
      legalBasis: ['Art. 94 Sv'],
      sources: [{ title: 'De wet', uri: 'https://example.org/wet' }, { title: 'Handboek' }],
      synonyms: ['inbeslagneming', 'IBN'],
      examples: { sentence: ['Er ligt beslag op.'] },
      explanation: 'Een opmerking.',
      relations: [{ type: 'related', target: 'beslaglijst' }],
      extras: {
        transactions: 'origination · 2020-01-01',
        terms: [
          { term: 'beslag', status: 'preferredTerm-admn-sts', partOfSpeech: 'noun' },
          { term: 'IBN', termType: 'abbreviation' },
        ],
        deprecatedTerms: ['inbeslagname'],
        translations: [{ language: 'en', terms: [{ term: 'seizure' }] }],
      },
    });
  });

  it('says the same with categories as elements, and in the second edition', async () => {
    const fields = async (text: string) => (await readAll(tbx, text)).map((raw) => raw.fields);
    const expected = await fields(file(DCA));
    const names = 'type="TBX-Basic" style="dct" xmlns:basic="http://www.tbxinfo.net/ns/basic"';
    expect(await fields(file(DCT, names))).toEqual(expected);
    const min = 'type="TBX-Min" style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"';
    expect(await fields(file(DCT.replaceAll('basic:', 'min:'), min))).toEqual(expected);
    expect(await fields(MARTIF)).toEqual(expected);
    expect(await fields(MARTIF.replace(/<\/?termGrp>/g, '').replaceAll('ntig>', 'tig>'))).toEqual(expected);
    expect((await reasons(MARTIF))[0]).toEqual(['beslag', 'doctype_passed_over']);
  });

  it('goes on after an entry that is no XML, and says at which line it goes wrong', async () => {
    const [one, two] = DCA.split(/(?=<conceptEntry id="e2")/);
    const text = file(`${one}\n<conceptEntry id="x">\n<langSec>\n<term>open</langSec></conceptEntry>\n${two}`);
    const raws = await readAll(tbx, text);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(raws.map(({ fields, location }) => [fields.term, location.line])).toEqual([
      ['beslag', 3],
      [undefined, lineOf('<term>open')],
      ['beslaglijst', lineOf('<conceptEntry id="e2"')],
    ]);
    expect(raws[1]?.findings.map(({ code }) => code)).toEqual(['xml_broken']);
  });

  it.each([
    ['an entity of its own', `<!DOCTYPE tbx [<!ENTITY a "x">]>${file(DCA)}`, 'xml_doctype'],
    ['a document type from elsewhere', `<!DOCTYPE tbx SYSTEM "http://example.org/x.dtd">${file(DCA)}`, 'xml_doctype'],
    [
      'a martif that declares something',
      '<!DOCTYPE martif SYSTEM "x" [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif/>',
      'xml_doctype',
    ],
    ['an entity nobody declared', file('<conceptEntry><note>&a;</note></conceptEntry>'), 'xml_entity'],
    ['elements without end', file(`<conceptEntry>${'<hi>'.repeat(200)}`), 'tbx_too_large'],
    ['elements without number', file(`<conceptEntry>${'<note/>'.repeat(30_000)}</conceptEntry>`), 'tbx_too_large'],
    ['an entry cut off', file(DCA).slice(0, 900), 'xml_broken'],
    ['another kind of XML', '<html><conceptEntry/></html>', 'no_records'],
    ['no entries', file(''), 'no_records'],
    ['nothing', '', 'file_empty'],
  ])('refuses %s', async (_what, text, code) => {
    expect((await reasons(text.replace(/^(<!DOCTYPE[\s\S]*?>)<\?xml.*?\?>\n/, '$1'))).at(-1)?.at(-1)).toBe(code);
  });

  it('says where an entry is not as TBX has it, and reads it all the same', async () => {
    const [raw] = await readAll(
      tbx,
      file(`<conceptEntry id="e"><admin type="source">Handboek</admin><admin>los</admin><langSec>
        <termSec><termNote type="partOfSpeech">naamwoord</termNote><term>a</term><term>b</term>
          <descrip type="definition">wat het is</descrip><descrip type="kleur">rood</descrip></termSec>
        <termSec></termSec></langSec></conceptEntry>`),
    );
    expect(raw?.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning tbx_misplaced',
      'warning tbx_type_missing',
      'warning tbx_language_missing',
      'warning tbx_term_twice',
      'warning tbx_value_unknown',
      'warning tbx_misplaced',
      'warning tbx_category_unknown',
      'warning tbx_term_missing',
    ]);
    expect(raw?.fields).toMatchObject({
      term: 'a',
      definition: 'wat het is',
      synonyms: ['b'],
      sources: [{ title: 'Handboek' }],
    });
    expect(raw?.fields.extras).toMatchObject({ terms: [{ term: 'a', partOfSpeech: 'naamwoord', kleur: 'rood' }] });
  });

  it('reads the encoding that XML says it has', async () => {
    const latin = Buffer.from(file(DCA).replace('UTF-8', 'ISO-8859-1').replace('Een lijst', 'Één lijst'), 'latin1');
    expect((await checkAll(tbx, latin))[1]?.content?.definition).toBe('Één lijst.');
    const wide = Buffer.from(`\ufeff${file(DCA).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await checkAll(tbx, wide))[0]?.content?.term).toBe('beslag');
    expect(detectFormat(wide, 'x')).toBe(tbx);
  });

  it('is recognised by what is in it', () => {
    expect(detectFormat(Buffer.from(file('')), 'termen.xml')).toBe(tbx);
    expect(detectFormat(Buffer.from('<!-- <tbx> --><html>'), 'termen.xml')).not.toBe(tbx);
    expect(detectFormat(Buffer.from('<kapot'), 'termen.tbx')).toBe(tbx);
  });
});

describe('the real term bases', () => {
  const load = async (name: string) => {
    const bytes = await realFile(`tbx/${name}.tbx`);
    return bytes && (await readAll(tbx, bytes, name)).map((raw) => ({ raw, ...checkRecord(raw) }));
  };

  it('say the same in both styles: 45 entries, 38 of them with a definition', async () => {
    const [dca, dct] = await Promise.all([load('astronomy-dca'), load('astronomy-dct')]);
    if (!dca || !dct) return;
    for (const records of [dca, dct]) {
      expect(records).toHaveLength(45);
      expect(records.filter(({ content }) => content !== null)).toHaveLength(38);
      expect(countFindings(records)).toEqual({ 'warning category_missing': 45, 'error definition_missing': 7 });
    }
    const different = dca.filter(({ raw }, index) => !same(raw.fields, dct[index]?.raw.fields));
    // The second file leaves out one note of each of these, and nothing else.
    expect(different.map(({ term }) => term)).toEqual(['protostar', 'Galaxy', 'estrella de neutrones']);
    const withoutNotes = (records: typeof dca) =>
      JSON.stringify(
        records.map(({ raw }) => raw.fields),
        (name, value) => (name === 'explanation' || name === 'notes' ? undefined : (value as unknown)),
      );
    expect(withoutNotes(dct)).toBe(withoutNotes(dca));
  });

  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

  it.each([
    ['core_structure_good', { 'error definition_missing': 45, 'warning category_missing': 45 }],
    ['min_good', { 'error definition_missing': 45, 'warning category_missing': 45 }],
    [
      'core_structure_bad',
      {
        'warning tbx_outside': 1,
        'warning tbx_term_order': 1,
        'warning tbx_type_missing': 1,
        'warning tbx_term_twice': 1,
        'warning tbx_group': 1,
        'warning tbx_category_unknown': 2,
        'error definition_missing': 45,
        'warning category_missing': 45,
      },
    ],
    [
      'basic_bad',
      {
        'warning tbx_misplaced': 2,
        'warning tbx_category_unknown': 2,
        'warning tbx_value_unknown': 46,
        'error definition_missing': 7,
        'warning category_missing': 45,
      },
    ],
    ['poorly_formed_xml', { 'error xml_broken': 1, 'error definition_missing': 44, 'warning category_missing': 44 }],
  ])('give a reason for each entry of %s', async (name, expected) => {
    const records = await load(name);
    if (!records) return;
    expect(records).toHaveLength(45);
    expect(countFindings(records)).toEqual(expected);
    for (const { findings } of records) for (const { location } of findings) expect(location?.line).toBeGreaterThan(1);
  });
});
