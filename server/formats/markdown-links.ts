/** A link in a text: the words that are linked, and the name of the place it points to; empty when it points nowhere. */
type MarkdownLink = { words: string; anchor: string };

const LINK = /\[([^[\]]{1,300})\]\(([^()]{0,500})\)/g;
/** A reference of a wiki, as other programs than Markdown have them. */
const WIKI = /\[\[([^[\]]{1,200})\]\]/g;

/** A text without its links, and the links it had. Lines may be broken within them. */
export function withoutLinks(text: string): { text: string; links: MarkdownLink[] } {
  const links: MarkdownLink[] = [];
  const plain = text.replace(LINK, (_whole, words: string, target: string) => {
    links.push({ words: words.replace(/\s+/g, ' ').trim(), anchor: target.replace(/\s+/g, '').replace(/^#/, '') });
    return words;
  });
  return { text: plain.replace(WIKI, '$1'), links };
}

/** The name under which links find a heading, as GitHub and most others make it. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .replace(/\s/g, '-');
}
