import type { Source } from '#domain/definition.ts';

const LAWS = {
  Awb: { title: 'Algemene wet bestuursrecht', bwbId: 'BWBR0005537' },
  BW: { title: 'Burgerlijk Wetboek Boek 6', bwbId: 'BWBR0005289' },
  Gw: { title: 'Grondwet', bwbId: 'BWBR0001840' },
  Pbw: { title: 'Penitentiaire beginselenwet', bwbId: 'BWBR0009709' },
  Sr: { title: 'Wetboek van Strafrecht', bwbId: 'BWBR0001854' },
  Sv: { title: 'Wetboek van Strafvordering', bwbId: 'BWBR0001903' },
  'Vw 2000': { title: 'Vreemdelingenwet 2000', bwbId: 'BWBR0011823' },
  Wjsg: { title: 'Wet justitiële en strafvorderlijke gegevens', bwbId: 'BWBR0014194' },
} as const;

/** The source for an article of a law on wetten.nl, e.g. `lawSource('Sv', '27 lid 1')`. */
export function lawSource(law: keyof typeof LAWS, article: string): Source {
  const { title, bwbId } = LAWS[law];
  // Articles of the Civil Code have no address of their own there that lasts; the book has.
  const fragment = law === 'BW' ? '' : `#Artikel${article.split(' ')[0]}`;
  return { title, uri: `https://wetten.overheid.nl/${bwbId}${fragment}`, citation: `art. ${article} ${law}` };
}
