/** What a mark of a chart or a line of a list narrows to. */
export type QualityFilter = { verdict?: string; rule?: string; minScore?: number; maxScore?: number; failsIn?: string };

/** Where what it narrows to is shown. */
export type QualityLink = (filter: QualityFilter) => string;
