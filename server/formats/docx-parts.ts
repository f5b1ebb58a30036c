import type { DocumentFacts } from './document-fields.ts';
import { type DocumentWords, documentWords } from './document-words.ts';
import { escapeXml } from './xlsx-text.ts';

/** The parts of a Word document that are the same in each of ours, and those that say what it is about. */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';

type PartFacts = DocumentFacts & { definitions: number };

/** What XML cannot hold is left out; it means nothing in a text that is read. */
export function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  return escapeXml(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}

/** Every part but the text itself, by name. */
export function docxParts(facts: PartFacts): Record<string, string> {
  const words = documentWords(facts.language);
  return {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'],
      ['rId4', `${OFFICE}/custom-properties`, 'docProps/custom.xml'],
    ]),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/header`, 'header1.xml'],
      ['rId3', `${OFFICE}/footer`, 'footer1.xml'],
    ]),
    'docProps/core.xml': core(facts, words),
    'docProps/app.xml': `<Properties xmlns="${PROPERTIES}/extended-properties"><Application>${xmlText(facts.application)}</Application><Company>${xmlText(facts.organisation)}</Company></Properties>`,
    'docProps/custom.xml': custom(facts, words),
    'word/header1.xml': `<w:hdr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(facts.marking.toUpperCase(), '<w:b/>')}<w:r><w:tab/></w:r>${run(facts.title)}</w:p></w:hdr>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(facts.organisation)}<w:r><w:tab/></w:r>${run(`${words.page} `)}${fieldRun('PAGE')}${run(` ${words.of} `)}${fieldRun('NUMPAGES')}</w:p></w:ftr>`,
    'word/styles.xml': styles(words),
  };
}

function run(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

function fieldRun(name: string): string {
  return `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}

function relationships(all: readonly (readonly [string, string, string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  const word = (name: string, type: string) => part(`word/${name}.xml`, `${TYPE}.wordprocessingml.${type}`);
  return [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    word('document', 'document.main'),
    word('styles', 'styles'),
    word('header1', 'header'),
    word('footer1', 'footer'),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    part('docProps/app.xml', `${TYPE}.extended-properties`),
    part('docProps/custom.xml', `${TYPE}.custom-properties`),
    '</Types>',
  ].join('');
}

function core({ title, organisation, marking, createdAt, application }: PartFacts, words: DocumentWords): string {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${createdAt.replace(/\.\d+Z$/, 'Z')}</dcterms:${name}>`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(words.subject)}</dc:subject><dc:creator>${xmlText(organisation)}</dc:creator>` +
    `<cp:keywords>${xmlText(marking)}</cp:keywords><dc:description>${words.madeWith} ${xmlText(application)}</dc:description>` +
    `<dc:language>${words.tag}</dc:language>${moment('created')}${moment('modified')}<cp:category>${xmlText(marking)}</cp:category></cp:coreProperties>`
  );
}

function custom({ marking, organisation, definitions }: PartFacts, { properties }: DocumentWords): string {
  const values: [string, string][] = [
    [properties.marking, `<vt:lpwstr>${xmlText(marking)}</vt:lpwstr>`],
    [properties.organisation, `<vt:lpwstr>${xmlText(organisation)}</vt:lpwstr>`],
    [properties.definitions, `<vt:i4>${definitions}</vt:i4>`],
  ];
  const each = values.map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}">${value}</property>`,
  );
  return `<Properties xmlns="${PROPERTIES}/custom-properties" xmlns:vt="${PROPERTIES}/docPropsVTypes">${each.join('')}</Properties>`;
}

const INK = '1F2A44';
const MUTED = '5B6472';

const style = (id: string, name: string, paragraph: string, text: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
/** The width of the text in twentieths of a point; what stands right in headers ends there. */
const RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>';

const styles = ({ tag, styles: names }: DocumentWords): string =>
  [
    `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>${size(10.5)}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    style(
      'Title',
      'Title',
      '<w:spacing w:before="0" w:after="60"/>',
      `<w:b/><w:color w:val="${INK}"/>${size(24)}`,
      '<w:next w:val="Subtitle"/>',
    ),
    style('Subtitle', 'Subtitle', '<w:spacing w:after="280"/>', `<w:color w:val="${MUTED}"/>${size(11)}`),
    style(
      'Heading1',
      'heading 1',
      `<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="2" w:color="${INK}"/></w:pBdr><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>`,
      `<w:b/><w:color w:val="${INK}"/>${size(18)}`,
      '<w:next w:val="Heading2"/>',
    ),
    style(
      'Heading2',
      'heading 2',
      '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="60"/><w:outlineLvl w:val="1"/>',
      `<w:b/><w:color w:val="${INK}"/>${size(13)}`,
      '<w:next w:val="Definition"/>',
    ),
    style('Definition', names.definition, '<w:keepNext/><w:spacing w:after="120"/>', size(11)),
    style('FieldName', names.name, '<w:spacing w:after="20"/>', `<w:color w:val="${MUTED}"/>${size(9)}`),
    style('FieldValue', names.value, '<w:spacing w:after="20"/>', size(9.5)),
    style('Header', 'header', `${RIGHT}<w:spacing w:after="0"/>`, `<w:color w:val="${MUTED}"/>${size(8.5)}`),
    style('Footer', 'footer', `${RIGHT}<w:spacing w:after="0"/>`, `<w:color w:val="${MUTED}"/>${size(8.5)}`),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:styleId="Fields"><w:name w:val="${names.table}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="D5D9E0"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="D5D9E0"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5D9E0"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('');
