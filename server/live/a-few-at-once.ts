/** The same work, of which no more than `most` is under way at a time; the rest waits in the order in which it came. */
export function aFewAtOnce<Asked, Answer>(
  most: number,
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (asked) => {
    if (underWay >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay++;
    try {
      return await work(asked);
    } finally {
      // Whoever is next takes the place as it is: nobody who comes now slips in between.
      const next = waiting.shift();
      if (next) next();
      else underWay--;
    }
  };
}
