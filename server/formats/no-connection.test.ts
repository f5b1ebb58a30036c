import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { READ_FORMATS, type ReadFormat } from '#domain/read-choices.ts';
import { detectFormat, FORMATS } from './formats.ts';
import { readAll } from './read-for-test.ts';
import { waysOut } from './testing/ways-out.ts';
import { handMade } from './testing/workbooks.ts';

const SITE = 'http://elders.invalid';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const OWL = 'http://www.w3.org/2002/07/owl#';
const PREFIXES = `@prefix skos: <${SKOS}> .\n@prefix owl: <${OWL}> .\n`;
const IMPORTS = `<${SITE}/kader> a owl:Ontology ; owl:imports <${SITE}/meer.ttl> .
<${SITE}/a> a skos:Concept ; skos:inScheme <${SITE}/kader> ; skos:prefLabel "a"@nl ; skos:definition "b"@nl .\n`;
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const ROWS = `<row>${cell('begrip')}${cell('definitie')}</row><row>${cell('a')}<c t="str"><f>WEBSERVICE("${SITE}/x")</f><v>b</v></c></row>`;
const BEYOND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath';
const TBX = '<tbx type="TBX-Basic" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>';
const ENTRY = `<conceptEntry id="a"><xref type="xGraphic" target="${SITE}/x.png">x</xref><langSec xml:lang="nl"><termSec><term>a</term></termSec></langSec></conceptEntry>`;

/** For each kind of file, some that refer to another machine in every way such a file can. */
const HOSTILE: Readonly<Record<ReadFormat, () => Promise<(string | Buffer)[]>>> = {
  turtle: async () => [PREFIXES + IMPORTS],
  trig: async () => [`${PREFIXES}<${SITE}/graaf> {\n${IMPORTS}}\n`],
  'n-triples': async () => [
    `<${SITE}/kader> <${OWL}imports> <${SITE}/meer.nt> .\n<${SITE}/a> <${SKOS}prefLabel> "a"@nl .\n`,
  ],
  'rdf-xml': async () => {
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="${OWL}" xml:base="${SITE}/"><owl:Ontology rdf:about="kader"><owl:imports rdf:resource="meer.rdf"/></owl:Ontology></rdf:RDF>`;
    return [
      xml,
      `<?xml version="1.0"?><!DOCTYPE rdf:RDF SYSTEM "${SITE}/x.dtd">${xml}`,
      `<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "${SITE}/x">]>${xml.replace('<owl:imports', '&x;<owl:imports')}`,
      `<?xml version="1.0"?><?xml-stylesheet href="${SITE}/x.xsl"?>${xml}`,
    ];
  },
  'json-ld': async () =>
    [`${SITE}/c.jsonld`, [{ '@import': `${SITE}/c.jsonld` }], { a: { '@id': 'urn:a', '@context': `${SITE}/c` } }].map(
      (context) => JSON.stringify({ '@context': context, '@id': `${SITE}/a`, a: 'b' }),
    ),
  'json-lines': async () => [
    `{"$ref":"${SITE}/a.json","term":"a","definition":"b"}\n{"term":"c","definition":"${SITE}/d"}\n`,
  ],
  json: async () => [JSON.stringify({ $schema: `${SITE}/schema`, term: 'a', definition: 'b', sources: [`${SITE}/a`] })],
  csv: async () => [`begrip;definitie;bron\na;"=WEBSERVICE(""${SITE}/x"")";${SITE}/bron\n`],
  xlsx: () =>
    Promise.all([
      handMade({
        sheets: [{ name: 'a', rows: ROWS }],
        parts: {
          'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${BEYOND}" Target="${SITE}/ander.xlsx" TargetMode="External"/></Relationships>`,
        },
      }),
      handMade({ sheets: [{ name: 'a', rows: ROWS, before: `<!DOCTYPE x SYSTEM "${SITE}/x.dtd">` }] }),
      handMade({
        sheets: [{ name: 'a', rows: ROWS, before: `<!DOCTYPE x [<!ENTITY % e SYSTEM "${SITE}/x"> %e;]>` }],
      }),
    ]),
  yaml: async () => [
    `term: a\ndefinition: !include ${SITE}/x.yaml\n`,
    `%TAG ! ${SITE}/\n---\nterm: !x a\ndefinition: b\nsources: [${SITE}/bron]\n`,
  ],
  markdown: async () => [
    `---\nterm: a\ndefinition: ![b](${SITE}/x.png)\n---\n<img src="${SITE}/x.png"> <script src="${SITE}/x.js"></script>\n`,
  ],
  tbx: async () => [
    `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "${SITE}/TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="nl"><martifHeader><encodingDesc><p type="XCSURI">${SITE}/x.xcs</p></encodingDesc></martifHeader><text><body>${ENTRY.replaceAll('conceptEntry', 'termEntry').replaceAll('langSec', 'langSet').replaceAll('termSec', 'tig')}</body></text></martif>`,
    `<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY x SYSTEM "${SITE}/x">]>${TBX}${ENTRY.replace('>a<', '>&x;<')}</body></text></tbx>`,
    `<?xml version="1.0"?><?xml-model href="${SITE}/x.rng"?>${TBX}${ENTRY}</body></text></tbx>`,
  ],
};

const EXTENSIONS: Readonly<Partial<Record<ReadFormat, string>>> = {
  'json-lines': 'jsonl',
  markdown: 'md',
  yaml: 'yaml',
};

describe('reading a file makes no connection', () => {
  it.each(READ_FORMATS)('whatever it refers to, and whatever it is taken for: %s', async (name) => {
    const samples = (await HOSTILE[name]()).map((sample) => Buffer.from(sample));
    const named = `x.${EXTENSIONS[name] ?? ''}`;
    for (const sample of samples) {
      expect(detectFormat(sample, named)?.name).toBe(name);
      for (const format of FORMATS)
        expect(await waysOut(() => readAll(format, sample, named)), format.name).toEqual([]);
    }
  });

  it('and one that is made would be seen, whichever way it goes', async () => {
    const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await waysOut(() => fetch(`http://127.0.0.1:${port}/`))).toContain('TCPCONNECTWRAP');
    server.closeAllConnections();
    server.close();
    expect(await waysOut(() => lookup('localhost'))).toContain('GETADDRINFOREQWRAP');
    expect(await waysOut(async () => createSocket('udp4').close())).toContain('UDPWRAP');
  });
});
