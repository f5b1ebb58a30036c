import { type Quad, Store, type Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { iriOf, NAMESPACES } from '#server/formats/rdf/namespaces.ts';
import { parseTurtle } from '#server/formats/rdf/parse-turtle.ts';
import { realFile } from '#server/formats/real-files.ts';
import { quadsOf } from './quads.ts';
import { findsIt } from './sparql-rules.ts';

export const SH = 'http://www.w3.org/ns/shacl#';

type Severity = 'Violation' | 'Warning' | 'Info';
export type ShapeResult = { shape: string; rule: string; severity: Severity; focus: Term; value: Term | null };
type Rule = { shape: Term; name: string; select: string; severity: Severity };

/** The shapes of the profile, in two parts: what the library checks, and the rules written in SPARQL, which it does not. */
export type Shapes = { validator: SHACLValidator; all: Store; rules: Rule[] };

let read: Promise<Shapes | null> | undefined;

/**
 * The shapes that NL-SBB gives itself; null where the files of others are not there. What they refer to is not fetched. Read once:
 * to make a checker of them takes longer than most checks.
 */
export function nlSbbShapes(): Promise<Shapes | null> {
  read ??= readShapes();
  return read;
}

async function readShapes(): Promise<Shapes | null> {
  const bytes = await realFile('skos/skos-ap-nl.shacl.ttl');
  if (!bytes) return null;
  const quads = await quadsOf(parseTurtle, Buffer.from(bytes).toString());
  const all = new Store(quads);
  const own = quads.filter(({ predicate: { value } }) => value !== iriOf('owl:imports') && value !== `${SH}sparql`);
  const rules = all.getQuads(null, `${SH}sparql`, null, null).map(({ subject, object }): Rule => {
    const [severity] = [
      ...all.getObjects(object, `${SH}severity`, null),
      ...all.getObjects(subject, `${SH}severity`, null),
    ];
    return {
      shape: subject,
      name: localName(object.termType === 'BlankNode' ? subject : object),
      select: all.getObjects(object, `${SH}select`, null)[0]?.value ?? '',
      severity: severity ? severityOf(severity) : 'Violation',
    };
  });
  return { validator: new SHACLValidator(new Store(own) as never), all, rules };
}

/** What all of the shapes say of a graph, the rules in SPARQL included. */
export async function shapeResults({ validator, all, rules }: Shapes, quads: readonly Quad[]): Promise<ShapeResult[]> {
  const store = new Store([...quads]);
  const report = await validator.validate(store as never);
  const results = report.results.map(
    ({ sourceShape, sourceConstraintComponent, severity, focusNode, value }): ShapeResult => ({
      shape: localName(sourceShape as Term),
      rule: localName(sourceConstraintComponent as Term).replace('ConstraintComponent', ''),
      severity: severityOf(severity as Term),
      focus: focusNode as Term,
      value: value as Term | null,
    }),
  );
  for (const { shape, name, select, severity } of rules) {
    const focuses = [
      ...all
        .getObjects(shape, `${SH}targetClass`, null)
        .flatMap((type) => store.getSubjects(iriOf('rdf:type'), type, null)),
      ...all.getObjects(shape, `${SH}targetSubjectsOf`, null).flatMap((of) => store.getSubjects(of, null, null)),
      ...all.getObjects(shape, `${SH}targetObjectsOf`, null).flatMap((of) => store.getObjects(null, of, null)),
    ];
    for (const focus of new Map(focuses.map((one) => [one.value, one])).values()) {
      if (findsIt(select, { skos: NAMESPACES.skos }, store, focus))
        results.push({ shape: name, rule: 'Sparql', severity, focus, value: null });
    }
  }
  return results;
}

export function localName(term: Term): string {
  return term.value.slice(Math.max(term.value.lastIndexOf('#'), term.value.lastIndexOf('/')) + 1);
}

function severityOf(term: Term): Severity {
  const name = localName(term);
  if (name === 'Violation' || name === 'Warning' || name === 'Info') return name;
  throw new Error(`A severity nobody knows: ${term.value}`);
}
