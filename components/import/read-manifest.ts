/** What a manifest says about where an archive comes from; for a person to recognise it by. Nothing here is trusted. */
export type ManifestSummary = {
  application: string | null;
  organisation: string | null;
  actor: string | null;
  createdAt: string | null;
  files: number | null;
};

/** Reads what there is of it; null when the text is no manifest at all. The server checks it for real. */
export function readManifest(text: string): ManifestSummary | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const application = textIn(value.application, 'name');
  const version = textIn(value.application, 'version');
  const createdAt = textIn(value, 'createdAt');
  return {
    application: application && version ? `${application} ${version}` : application,
    organisation: textIn(value.organisation, 'name'),
    actor: textIn(value.actor, 'name'),
    createdAt: createdAt !== null && !Number.isNaN(Date.parse(createdAt)) ? createdAt : null,
    files: Array.isArray(value.files) ? value.files.length : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(value: unknown, key: string): string | null {
  const text = isRecord(value) ? value[key] : null;
  return typeof text === 'string' && text !== '' ? text.slice(0, 200) : null;
}
