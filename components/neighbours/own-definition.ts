export type OwnDefinition = { term: string; definition: string; language: string };
