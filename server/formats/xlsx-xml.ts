import { SaxesParser } from 'saxes';

/** What a part of a workbook says, element by element; names without their prefix, which every program chooses for itself. */
export type XmlListener = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** A part of a workbook is no XML that we read. */
export class XmlRefused extends Error {}

/**
 * Reads XML piece by piece: `write` tells the listener what came with a piece, `end` that it is whole. Nothing is ever fetched or
 * expanded: a document type declaration is refused, and with it every entity of a file's own making. @throws XmlRefused
 */
export function xmlReader({ open, text, close }: XmlListener): { write(bytes: Buffer): void; end(): void } {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let decoder: TextDecoder | null = null;
  parser.on('doctype', () => {
    throw new XmlRefused('A document type declaration');
  });
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decode = (bytes: Buffer | undefined) => {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new XmlRefused('Not in its own encoding');
    }
  };
  return {
    write(bytes) {
      parser.write(decode(bytes));
    },
    end() {
      parser.write(decode(undefined));
      parser.close();
    },
  };
}

/** XML without a byte order mark of UTF-16 is UTF-8 in every workbook there is. */
function encodingOf(bytes: Buffer | undefined): string {
  if (bytes?.[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes?.[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The value of an attribute whatever its prefix: `r:id` is `id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const found = Object.keys(attributes).find((one) => localName(one) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
