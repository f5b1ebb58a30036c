import type { Finding } from '#domain/finding.ts';
import { type Params, preview } from '#domain/record-raw.ts';
import type { Resource } from './graph.ts';

const NOTES: ReadonlySet<string> = new Set([
  'skos_orphan',
  'skos_source_untitled',
  'skos_mapping_elsewhere',
  'skos_label_only_xl',
  'skos_label_not_dutch',
  'skos_relation_to_itself',
  'skos_related_siblings',
  'skos_relation_one_way',
  'skos_groups_apart',
]);
/** So many times one thing is said of a file as a whole. */
const MAX_OF_FILE = 5;

/** What there is to say of a vocabulary: of the file as a whole, and of each of its concepts. */
export class SkosFindings {
  readonly ofFile: Finding[] = [];
  readonly #ofConcepts = new Map<Resource, Finding[]>();
  readonly #times = new Map<string, number>();

  file(code: string, value?: string, params?: Params): void {
    const times = (this.#times.get(code) ?? 0) + 1;
    this.#times.set(code, times);
    if (times <= MAX_OF_FILE) this.ofFile.push(finding(code, value, params));
  }

  concept(concept: Resource, code: string, field: string, value?: string, params?: Params): void {
    const said = { ...finding(code, value, params), field };
    const findings = this.#ofConcepts.get(concept);
    if (findings) findings.push(said);
    else this.#ofConcepts.set(concept, [said]);
  }

  of(concept: Resource): readonly Finding[] {
    return this.#ofConcepts.get(concept) ?? [];
  }
}

function finding(code: string, value?: string, params?: Params): Finding {
  return {
    code,
    severity: NOTES.has(code) ? 'info' : 'warning',
    ...(value ? { value: preview(value) } : {}),
    ...(params && { params }),
  };
}
