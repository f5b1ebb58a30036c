import { fillIn, type Locale, type LocalisedText } from './locale.ts';
import { DEFINITION_STATUS_NAMES, JOB_STATUS_NAMES, ROLE_NAMES } from './value-names.ts';

type ProblemText = { status: number; title: LocalisedText; detail: LocalisedText };

/** Every problem a request can end in: one table, thrown by name, rendered in one place as problem+json. */
export const PROBLEMS = {
  not_signed_in: {
    status: 401,
    title: { nl: 'U bent niet aangemeld', en: 'You are not signed in' },
    detail: {
      nl: 'Uw sessie is verlopen of u bent afgemeld. Meld u opnieuw aan.',
      en: 'Your session has ended. Sign in again.',
    },
  },
  wrong_key: {
    status: 401,
    title: { nl: 'API-sleutel niet geldig', en: 'API key not valid' },
    detail: {
      nl: 'Deze API-sleutel bestaat niet, is verlopen of is ingetrokken.',
      en: 'This API key does not exist, has expired or was revoked.',
    },
  },
  session_needed: {
    status: 403,
    title: { nl: 'Niet met een API-sleutel', en: 'Not with an API key' },
    detail: {
      nl: 'Het eigen account beheert u aangemeld in de browser, niet met een API-sleutel.',
      en: 'One’s own account is managed signed in, in a browser, not with an API key.',
    },
  },
  second_factor_needed: {
    status: 403,
    title: { nl: 'Stel eerst een tweede factor in', en: 'Set up a second factor first' },
    detail: {
      nl: 'Met uw rol is een tweede factor verplicht. Stel die in onder Uw account; daarna gaat u verder.',
      en: 'Your role requires a second factor. Set it up under Your account; after that you go on.',
    },
  },
  second_factor_required: {
    status: 409,
    title: { nl: 'Tweede factor is verplicht', en: 'The second factor is required' },
    detail: {
      nl: 'Met uw rol is een tweede factor verplicht; die kunt u niet uitzetten.',
      en: 'Your role requires a second factor; you cannot turn it off.',
    },
  },
  second_factor_there: {
    status: 409,
    title: { nl: 'Er is al een tweede factor', en: 'There is a second factor already' },
    detail: { nl: 'Zet de tweede factor eerst uit.', en: 'Turn the second factor off first.' },
  },
  second_factor_missing: {
    status: 409,
    title: { nl: 'Er is geen tweede factor', en: 'There is no second factor' },
    detail: { nl: 'Stel eerst een tweede factor in.', en: 'Set up a second factor first.' },
  },
  wrong_code: {
    status: 422,
    title: { nl: 'Code klopt niet', en: 'The code is not right' },
    detail: {
      nl: 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code van uw app en probeer het opnieuw.',
      en: 'This code is not right, or was used already. Wait for the next code of your app and try again.',
    },
  },
  code_too_late: {
    status: 422,
    title: { nl: 'Te lang gewacht', en: 'Waited too long' },
    detail: { nl: 'Meld u opnieuw aan met uw wachtwoord.', en: 'Sign in with your password again.' },
  },
  wrong_password: {
    status: 422,
    title: { nl: 'Wachtwoord klopt niet', en: 'The password is not right' },
    detail: { nl: 'Dit is niet uw wachtwoord.', en: 'This is not your password.' },
  },
  password_same: {
    status: 422,
    title: { nl: 'Dit is hetzelfde wachtwoord', en: 'This is the same password' },
    detail: { nl: 'Kies een ander wachtwoord dan het huidige.', en: 'Choose another password than the present one.' },
  },
  no_password: {
    status: 409,
    title: { nl: 'U hebt hier geen wachtwoord', en: 'You have no password here' },
    detail: {
      nl: 'U meldt zich aan via uw organisatie; uw wachtwoord wijzigt u daar.',
      en: 'You sign in through your organisation; change your password there.',
    },
  },
  too_many_keys: {
    status: 422,
    title: { nl: 'Te veel API-sleutels', en: 'Too many API keys' },
    detail: {
      nl: 'U mag {limit} API-sleutels hebben. Trek er eerst een in.',
      en: 'You may have {limit} API keys. Revoke one first.',
    },
  },
  scope_not_yours: {
    status: 422,
    title: { nl: 'Meer dan u zelf mag', en: 'More than you may do yourself' },
    detail: {
      nl: 'Een API-sleutel kan niet meer dan uw rol: “{scope}” hoort daar niet bij.',
      en: 'An API key cannot do more than your role: “{scope}” is not part of that.',
    },
  },
  not_allowed: {
    status: 403,
    title: { nl: 'Dit mag niet met uw rol', en: 'Your role may not do this' },
    detail: { nl: 'Uw rol ({role}) heeft hiervoor geen rechten.', en: 'Your role ({role}) does not permit this.' },
  },
  wrong_origin: {
    status: 403,
    title: { nl: 'Verzoek geweigerd', en: 'Request refused' },
    detail: { nl: 'Dit verzoek kwam van een andere website.', en: 'This request came from another website.' },
  },
  not_found: {
    status: 404,
    title: { nl: 'Niet gevonden', en: 'Not found' },
    detail: { nl: 'Dit bestaat niet, of u mag het niet zien.', en: 'This does not exist, or you may not see it.' },
  },
  invalid_request: {
    status: 400,
    title: { nl: 'Het verzoek klopt niet', en: 'The request is not valid' },
    detail: {
      nl: 'Een of meer velden kloppen niet; zie de lijst.',
      en: 'One or more fields are not valid; see the list.',
    },
  },
  invalid_json: {
    status: 400,
    title: { nl: 'Geen geldige JSON', en: 'Not valid JSON' },
    detail: { nl: 'De inhoud van het verzoek is geen geldige JSON.', en: 'The body of the request is not valid JSON.' },
  },
  wrong_state: {
    status: 409,
    title: { nl: 'Dat kan nu niet', en: 'Not possible in this state' },
    detail: {
      nl: 'De stand van de opdracht is nu “{status}”; dan kan dit niet.',
      en: 'The state of the job is now “{status}”; this is not possible then.',
    },
  },
  verification_open: {
    status: 409,
    title: { nl: 'Er loopt al een controle', en: 'A verification is under way' },
    detail: {
      nl: 'Het auditspoor wordt al gecontroleerd. Wacht tot die controle klaar is, of stop haar.',
      en: 'The audit trail is being verified already. Wait until that verification has ended, or stop it.',
    },
  },
  verification_ended: {
    status: 409,
    title: { nl: 'Dat kan nu niet', en: 'Not possible in this state' },
    detail: {
      nl: 'Deze controle is intussen in een andere stand; dan kan dit niet.',
      en: 'This verification is in another state by now; this is not possible then.',
    },
  },
  version_conflict: {
    status: 412,
    title: { nl: 'Intussen gewijzigd', en: 'Changed in the meantime' },
    detail: {
      nl: 'Iemand anders heeft deze definitie intussen gewijzigd (nu versie {version}). Laad opnieuw en breng uw wijziging daarna aan.',
      en: 'Somebody else has changed this definition (now version {version}). Reload it, then make your change.',
    },
  },
  settings_changed: {
    status: 412,
    title: { nl: 'Intussen gewijzigd', en: 'Changed in the meantime' },
    detail: {
      nl: 'Iemand anders heeft deze instellingen intussen gewijzigd (nu versie {version}). Laad opnieuw en breng uw wijziging daarna aan.',
      en: 'Somebody else has changed these settings (now version {version}). Reload them, then make your change.',
    },
  },
  above_clearance: {
    status: 403,
    title: { nl: 'Boven uw bevoegdheid', en: 'Above your clearance' },
    detail: {
      nl: 'U kunt geen rubricering kiezen boven wat u zelf mag zien.',
      en: 'You cannot choose a classification above what you may see yourself.',
    },
  },
  identity_taken: {
    status: 409,
    title: { nl: 'Bestaat al', en: 'Already exists' },
    detail: {
      nl: 'Er is al een definitie met deze term, contexten en categorie.',
      en: 'There is already a definition with this term, these contexts and this category.',
    },
  },
  legal_hold: {
    status: 409,
    title: { nl: 'Onder bewaarplicht', en: 'Under legal hold' },
    detail: {
      nl: 'Op deze definitie rust een bewaarplicht. Zij verandert niet zolang die niet is opgeheven.',
      en: 'There is a legal hold on this definition. It does not change until that is lifted.',
    },
  },
  not_editable: {
    status: 409,
    title: { nl: 'Niet te wijzigen', en: 'Not editable' },
    detail: {
      nl: 'Een definitie met de status “{status}” kunt u niet rechtstreeks wijzigen.',
      en: 'A definition with the status “{status}” cannot be edited directly.',
    },
  },
  definition_deleted: {
    status: 409,
    title: { nl: 'Verwijderd', en: 'Deleted' },
    detail: {
      nl: 'Deze definitie is verwijderd. Zet haar eerst terug.',
      en: 'This definition is deleted. Put it back first.',
    },
  },
  idempotency_mismatch: {
    status: 422,
    title: { nl: 'Sleutel al gebruikt', en: 'Key already used' },
    detail: {
      nl: 'Deze Idempotency-Key is eerder gebruikt voor een ander verzoek.',
      en: 'This Idempotency-Key was used before for a different request.',
    },
  },
  empty_selection: {
    status: 422,
    title: { nl: 'Niets geselecteerd', en: 'Nothing selected' },
    detail: {
      nl: 'De selectie bevat geen definities die u mag zien.',
      en: 'The selection holds no definitions you may see.',
    },
  },
  foreign_dependency: {
    status: 422,
    title: { nl: 'Onbekende afhankelijkheid', en: 'Unknown dependency' },
    detail: {
      nl: 'Opdracht {job} is afhankelijk van “{dependency}”; die opdracht is er niet.',
      en: 'Job {job} depends on “{dependency}”; there is no such job.',
    },
  },
  finished_dependency: {
    status: 422,
    title: { nl: 'Afhankelijkheid is al klaar', en: 'Dependency has ended' },
    detail: {
      nl: 'Opdracht {job} is afhankelijk van “{dependency}”, maar die is al klaar.',
      en: 'Job {job} depends on “{dependency}”, but that has ended already.',
    },
  },
  circular_dependencies: {
    status: 422,
    title: { nl: 'Opdrachten wachten op elkaar', en: 'Jobs wait for each other' },
    detail: {
      nl: 'Deze opdrachten wachten in een kring op elkaar: {path}.',
      en: 'These jobs wait for each other in a circle: {path}.',
    },
  },
  scheduled_in_the_past: {
    status: 422,
    title: { nl: 'Tijdstip is al voorbij', en: 'That moment has passed' },
    detail: {
      nl: 'Het gekozen tijdstip ligt in het verleden. Kies een later moment, of start meteen.',
      en: 'The chosen moment is in the past. Choose a later one, or start at once.',
    },
  },
  invalid_cron: {
    status: 422,
    title: { nl: 'Geen geldig cron-patroon', en: 'Not a valid cron expression' },
    detail: {
      nl: '“{cron}” is geen cron-patroon. Geef vijf velden: minuut, uur, dag, maand en weekdag, zoals “0 6 * * 1-5”.',
      en: '“{cron}” is not a cron expression. Give five fields: minute, hour, day, month and weekday, such as “0 6 * * 1-5”.',
    },
  },
  cron_never_fires: {
    status: 422,
    title: { nl: 'Dit moment komt nooit', en: 'That moment never comes' },
    detail: {
      nl: '“{cron}” is een cron-patroon voor een dag die niet bestaat, zoals 30 februari.',
      en: '“{cron}” is a cron expression for a day that does not exist, such as 30 February.',
    },
  },
  starter_not_allowed: {
    status: 422,
    title: { nl: 'Starten mag niet meer', en: 'Starting is no longer allowed' },
    detail: {
      nl: '{name}, namens wie dit start, mag in deze organisatie geen batches meer starten. Laat een ander dit opnieuw plannen.',
      en: '{name}, for whom this starts, may no longer start batches in this organisation. Have somebody else schedule it again.',
    },
  },
  approval_required: {
    status: 409,
    title: { nl: 'Eerst goedkeuring nodig', en: 'Approval needed first' },
    detail: {
      nl: 'Deze opdracht gaat pas door als iemand anders haar heeft goedgekeurd. Vraag goedkeuring aan.',
      en: 'This job goes on only once somebody else has approved it. Ask for approval.',
    },
  },
  approval_open: {
    status: 409,
    title: { nl: 'Er loopt een goedkeuring', en: 'An approval is under way' },
    detail: {
      nl: 'Zolang er op een besluit wordt gewacht, ligt alles vast. Trek het verzoek eerst in.',
      en: 'As long as a decision is awaited, everything is fixed. Withdraw the request first.',
    },
  },
  approval_of_own: {
    status: 403,
    title: { nl: 'Iemand anders moet besluiten', en: 'Somebody else has to decide' },
    detail: {
      nl: 'U hebt deze opdracht zelf gestart of de goedkeuring zelf gevraagd.',
      en: 'You started this job, or asked for the approval, yourself.',
    },
  },
  approval_ended: {
    status: 409,
    title: { nl: 'Al afgehandeld', en: 'Decided already' },
    detail: {
      nl: 'Over dit verzoek is al besloten, of het is ingetrokken of vervallen.',
      en: 'This request has been decided, withdrawn, or has expired.',
    },
  },
  plan_changed: {
    status: 409,
    title: { nl: 'Intussen gewijzigd', en: 'Changed in the meantime' },
    detail: {
      nl: 'Wat er zou gebeuren, is niet meer wat er gevraagd is. Vraag opnieuw goedkeuring aan.',
      en: 'What would happen is no longer what was asked for. Ask for approval again.',
    },
  },
  nothing_to_approve: {
    status: 422,
    title: { nl: 'Er verandert niets', en: 'Nothing changes' },
    detail: {
      nl: 'Deze opdracht zou niets wijzigen, dus hoeft niemand haar goed te keuren. Keur de voorvertoning af.',
      en: 'This job would change nothing, so nobody has to approve it. Reject the preview.',
    },
  },
  nothing_to_redact: {
    status: 422,
    title: { nl: 'Niets te vervangen', en: 'Nothing to replace' },
    detail: {
      nl: 'Er is geen enkele treffer die wordt vervangen.',
      en: 'There is not a single hit that is replaced.',
    },
  },
  too_many_queued: {
    status: 429,
    title: { nl: 'Te veel wachtende opdrachten', en: 'Too many jobs waiting' },
    detail: {
      nl: 'Uw organisatie heeft al {count} wachtende opdrachten; meer dan {limit} mag niet. Wacht tot er een paar klaar zijn.',
      en: 'Your organisation has {count} jobs waiting already; more than {limit} is not allowed. Wait until some are done.',
    },
  },
  too_many_records: {
    status: 422,
    title: { nl: 'Te veel items', en: 'Too many items' },
    detail: {
      nl: 'De opdracht heeft {count} items; de grens is {limit}. Er is niets gestart.',
      en: 'The job has {count} items; the limit is {limit}. Nothing was started.',
    },
  },
  unexpected_count: {
    status: 422,
    title: { nl: 'Ander aantal dan verwacht', en: 'Not the expected number' },
    detail: {
      nl: 'De opdracht heeft {count} items, en niet {expected} zoals verwacht. Er is niets gestart.',
      en: 'The job has {count} items, and not {expected} as expected. Nothing was started.',
    },
  },
  precondition_failed: {
    status: 422,
    title: { nl: 'Niet aan de voorwaarde voldaan', en: 'Precondition not met' },
    detail: {
      nl: '{count} van de {total} definities voldoen niet aan de voorwaarde. Er is niets gestart.',
      en: '{count} of the {total} definitions do not meet the precondition. Nothing was started.',
    },
  },
  foreign_upload: {
    status: 422,
    title: { nl: 'Bestand niet gevonden', en: 'Upload not found' },
    detail: { nl: 'Dit geüploade bestand bestaat niet (meer).', en: 'This upload does not exist (any more).' },
  },
  challenge_spent: {
    status: 409,
    title: { nl: 'Opgave niet meer bruikbaar', en: 'Challenge no longer usable' },
    detail: {
      nl: 'Deze opgave is al gebruikt, is verlopen of is niet van uw organisatie. Maak een nieuwe en laat die ondertekenen.',
      en: 'This challenge was used before, has expired, or is not of your organisation. Make a new one and have it signed.',
    },
  },
  key_refused: {
    status: 422,
    title: { nl: 'Sleutel niet aangemeld', en: 'Key not enrolled' },
    detail: {
      nl: 'De sleutel is niet aangemeld; de reden staat bij de sleutel.',
      en: 'The key was not enrolled; the reason is given with the key.',
    },
  },
  key_is_revoked: {
    status: 409,
    title: { nl: 'Sleutel is ingetrokken', en: 'Key was revoked' },
    detail: {
      nl: 'Deze sleutel is al ingetrokken; daar verandert niets meer aan.',
      en: 'This key was revoked already; nothing changes that.',
    },
  },
  mapping_not_there: {
    status: 422,
    title: { nl: 'Kolomtoewijzing niet gevonden', en: 'Column mapping not found' },
    detail: {
      nl: 'Een van de opgegeven kolomtoewijzingen bestaat niet (meer) bij uw organisatie.',
      en: 'One of the column mappings that were given does not exist (any more) in your organisation.',
    },
  },
  upload_empty: {
    status: 422,
    title: { nl: 'Leeg bestand', en: 'Empty file' },
    detail: { nl: 'Het bestand is leeg (0 bytes).', en: 'The file is empty (0 bytes).' },
  },
  upload_too_large: {
    status: 413,
    title: { nl: 'Bestand te groot', en: 'File too large' },
    detail: {
      nl: 'Het bestand is groter dan de grens van {limit}.',
      en: 'The file is larger than the limit of {limit}.',
    },
  },
  upload_cut_off: {
    status: 400,
    title: { nl: 'Upload afgebroken', en: 'Upload cut off' },
    detail: {
      nl: 'Er kwamen {received} van de {expected} bytes aan. Er is niets bewaard; probeer het opnieuw.',
      en: '{received} of {expected} bytes arrived. Nothing was kept; try again.',
    },
  },
  upload_unsupported: {
    status: 415,
    title: { nl: 'Bestandssoort niet ondersteund', en: 'File type not supported' },
    detail: {
      nl: 'Kies een ZIP-, JSON-, CSV- of Excel-bestand (.xlsx).',
      en: 'Choose a ZIP, JSON, CSV or Excel file (.xlsx).',
    },
  },
  artifact_expired: {
    status: 410,
    title: { nl: 'Bestand verlopen', en: 'File expired' },
    detail: { nl: 'Dit bestand is verlopen en verwijderd.', en: 'This file has expired and was removed.' },
  },
  range_not_satisfiable: {
    status: 416,
    title: { nl: 'Bereik klopt niet', en: 'Range not satisfiable' },
    detail: { nl: 'Het gevraagde deel valt buiten het bestand.', en: 'The requested part lies outside the file.' },
  },
  no_error_file: {
    status: 404,
    title: { nl: 'Geen foutbestand', en: 'No error file' },
    detail: { nl: 'Deze opdracht heeft geen items met fouten.', en: 'This job has no items with errors.' },
  },
  item_changed: {
    status: 412,
    title: { nl: 'Intussen gecorrigeerd', en: 'Corrected in the meantime' },
    detail: {
      nl: 'Iemand anders heeft dit item intussen gecorrigeerd. Bekijk die correctie eerst; uw tekst blijft staan.',
      en: 'Somebody else has corrected this item in the meantime. Look at that correction first; your text is kept.',
    },
  },
  item_applied: {
    status: 409,
    title: { nl: 'Al verwerkt', en: 'Already applied' },
    detail: {
      nl: 'Dit item is al verwerkt. Wijzig de definitie zelf.',
      en: 'This item has been applied. Change the definition itself.',
    },
  },
  nothing_to_retry: {
    status: 422,
    title: { nl: 'Niets om opnieuw te doen', en: 'Nothing to retry' },
    detail: {
      nl: 'Deze opdracht heeft geen items die daarvoor in aanmerking komen.',
      en: 'This job has no items to retry.',
    },
  },
  webhook_address_refused: {
    status: 422,
    title: { nl: 'Dit adres mag niet', en: 'This address is not allowed' },
    detail: {
      nl: 'Aan dit adres of deze poort mag deze installatie niets sturen. Vraag uw beheerder als het een adres van uw eigen organisatie is.',
      en: 'This installation may not send to this address or port. Ask your administrator if it is an address of your own organisation.',
    },
  },
  too_many_webhooks: {
    status: 422,
    title: { nl: 'Te veel webhooks', en: 'Too many webhooks' },
    detail: {
      nl: 'Uw organisatie mag {limit} webhooks hebben. Verwijder er eerst een.',
      en: 'Your organisation may have {limit} webhooks. Delete one first.',
    },
  },
  webhook_off: {
    status: 409,
    title: { nl: 'De webhook staat uit', en: 'The webhook is off' },
    detail: {
      nl: 'Er wordt niets verstuurd zolang de webhook uit staat. Zet haar eerst aan.',
      en: 'Nothing is sent while the webhook is off. Turn it on first.',
    },
  },
  delivery_under_way: {
    status: 409,
    title: { nl: 'Al onderweg', en: 'Under way already' },
    detail: { nl: 'Dit wordt op dit moment verstuurd.', en: 'This is being sent at this moment.' },
  },
  not_supported: {
    status: 422,
    title: { nl: 'Niet mogelijk voor deze bewerking', en: 'Not possible for this operation' },
    detail: { nl: 'Deze bewerking ondersteunt dit niet.', en: 'This operation does not support this.' },
  },
  too_many_requests: {
    status: 429,
    title: { nl: 'Te veel verzoeken', en: 'Too many requests' },
    detail: { nl: 'Probeer het over {seconds} seconden opnieuw.', en: 'Try again in {seconds} seconds.' },
  },
  account_locked: {
    status: 429,
    title: { nl: 'Tijdelijk geblokkeerd', en: 'Temporarily locked' },
    detail: {
      nl: 'Na vijf mislukte pogingen is aanmelden met dit e-mailadres {minutes} minuten niet mogelijk.',
      en: 'After five failed attempts, signing in with this e-mail address is not possible for {minutes} minutes.',
    },
  },
  wrong_credentials: {
    status: 401,
    title: { nl: 'Aanmelden mislukt', en: 'Sign-in failed' },
    detail: {
      nl: 'Het e-mailadres of het wachtwoord klopt niet.',
      en: 'The e-mail address or the password is not right.',
    },
  },
  internal: {
    status: 500,
    title: { nl: 'Er ging iets mis', en: 'Something went wrong' },
    detail: {
      nl: 'Er ging iets mis aan onze kant. Noem nummer {correlationId} als u hulp vraagt.',
      en: 'Something went wrong on our side. Mention number {correlationId} when you ask for help.',
    },
  },
  storage_full: {
    status: 507,
    title: { nl: 'Geen ruimte meer', en: 'No space left' },
    detail: {
      nl: 'De schijf van de server is vol. Er is niets bewaard; vraag uw beheerder om ruimte te maken.',
      en: 'The disk of the server is full. Nothing was kept; ask your administrator to make room.',
    },
  },
  unavailable: {
    status: 503,
    title: { nl: 'Even niet beschikbaar', en: 'Briefly unavailable' },
    detail: {
      nl: 'De database is even niet bereikbaar. Probeer het zo opnieuw.',
      en: 'The database cannot be reached. Try again shortly.',
    },
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;

export type FieldError = { path: string; code: string; message: string };

/** A request that cannot be done, by name. Everything else that is thrown is a fault of ours and answers `internal`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, params: Record<string, string | number> = {}, errors: readonly FieldError[] = []) {
    super(fillIn(PROBLEMS[code].detail.en, params));
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.errors = errors;
  }
}

/** The problem+json body of RFC 9457, in the reader's language. */
export function problemBody(problem: Problem, locale: Locale, instance?: string) {
  const { status, title, detail } = PROBLEMS[problem.code];
  return {
    type: `about:blank#${problem.code}`,
    title: title[locale],
    status,
    code: problem.code,
    detail: fillIn(detail[locale], namedParams(problem.params, locale)),
    ...(instance ? { instance } : {}),
    ...(Object.keys(problem.params).length > 0 ? { params: problem.params } : {}),
    errors: problem.errors,
  };
}

/** Which params hold a value that has a name; the params themselves travel as they are, for programs. */
const NAMES: Readonly<Record<string, Readonly<Record<string, LocalisedText>>>> = {
  status: { ...JOB_STATUS_NAMES, ...DEFINITION_STATUS_NAMES },
  role: ROLE_NAMES,
};

function namedParams(params: Problem['params'], locale: Locale): Problem['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, NAMES[name]?.[value]?.[locale] ?? value]),
  );
}
