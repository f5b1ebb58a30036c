/** The guidance as it stands, or the reading of it that allows a definition to begin with an article and a full sentence. */
export const PROFILES = ['astra', 'nl-sbb'] as const;
export type Profile = (typeof PROFILES)[number];

/** `on`: a failure that counts; `remark`: said, but neither counted nor in the way of anything; `off`: not looked at. */
export const RULE_MODES = ['on', 'remark', 'off'] as const;
export type RuleMode = (typeof RULE_MODES)[number];
export type RuleModes = Readonly<Record<string, RuleMode>>;

/** A way of writing that an organisation does not want, and what it writes instead. */
export type Spelling = { found: string; preferred: string };

/** How an organisation wants its definitions checked. */
export type RuleSettings = {
  profile: Profile;
  /** Rules that are switched otherwise than the profile has them, by id. */
  modes: RuleModes;
  /** What STR-TERM-001 and LANG-MIX-001 look for. */
  spellings: readonly Spelling[];
  foreignWords: readonly Spelling[];
  /** Abbreviations every reader in the organisation knows, for INT-07. */
  abbreviations: readonly string[];
  /** Raised with every change; 0 is what holds where nobody changed anything. */
  version: number;
};

export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  profile: 'nl-sbb',
  modes: {},
  spellings: [
    { found: 'strafrecht keten', preferred: 'strafrechtketen' },
    { found: 'persoons gegevens', preferred: 'persoonsgegevens' },
    { found: 'http protocol', preferred: 'HTTP-protocol' },
  ],
  foreignWords: [
    { found: 'best practices', preferred: 'goede voorbeelden' },
    { found: 'builden', preferred: 'bouwen' },
    { found: 'business rules', preferred: 'bedrijfsregels' },
    { found: 'case', preferred: 'zaak' },
    { found: 'deployen', preferred: 'in gebruik nemen' },
    { found: 'developers', preferred: 'ontwikkelaars' },
    { found: 'issue', preferred: 'probleem' },
    { found: 'requirements', preferred: 'eisen' },
    { found: 'stakeholders', preferred: 'belanghebbenden' },
    { found: 'tooling', preferred: 'hulpmiddelen' },
    { found: 'users', preferred: 'gebruikers' },
  ],
  abbreviations: [],
  version: 0,
};
