/** An answer with its body read: parsed when it is JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the API answers
export type TestAnswer = { status: number; headers: Headers; body: any; text: string };

export type TestRequest = { body?: unknown; headers?: Record<string, string>; raw?: BodyInit };

export type TestClient = {
  cookie: string;
  call(method: string, path: string, request?: TestRequest): Promise<TestAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
};

/** Speaks to the API as a program would: with a cookie or an API key, in English, without an origin. */
export function testClient(url: string, cookie = '', key = ''): TestClient {
  const call = async (method: string, path: string, { body, headers, raw }: TestRequest = {}): Promise<TestAnswer> => {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'Accept-Language': 'en',
        ...(cookie ? { Cookie: cookie } : {}),
        ...(key ? { Authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text, text };
  };
  return {
    cookie,
    call,
    get: (path, headers = {}) => call('GET', path, { headers }),
    post: (path, body, headers = {}) => call('POST', path, { body, headers }),
  };
}

/** The cookies of an answer, as a browser would send them back. */
export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] as string)
    .join('; ');
}
