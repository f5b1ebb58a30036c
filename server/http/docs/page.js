const make = (tag, props, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

const kindOf = (schema) => {
  if (!schema) return '';
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.anyOf || schema.oneOf) return (schema.anyOf || schema.oneOf).map(kindOf).join(' | ');
  if (schema.type === 'array') return kindOf(schema.items).concat('[]');
  return [].concat(schema.type || 'any').join(' | ');
};

const parameters = (list) => {
  if (!list || list.length === 0) return '';
  const rows = list.map((one) =>
    make(
      'tr',
      {},
      make('td', {}, make('code', { textContent: one.name })),
      make('td', { textContent: one.in }),
      make('td', { textContent: kindOf(one.schema) + (one.required ? ' (required)' : '') }),
    ),
  );
  const head = make(
    'tr',
    {},
    ...['Parameter', 'In', 'Kind'].map((text) => make('th', { scope: 'col', textContent: text })),
  );
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
};

const contents = (title, content) => {
  const [type, media] = Object.entries(content || {})[0] || [];
  if (!type) return '';
  const text = JSON.stringify(media.schema || {}, null, 2);
  return make(
    'div',
    {},
    make('h3', { textContent: `${title} (${type})` }),
    make('pre', { textContent: text, tabIndex: 0 }),
  );
};

const call = (method, path, operation) =>
  make(
    'details',
    {},
    make(
      'summary',
      {},
      make('span', { className: 'method', textContent: method.toUpperCase() }),
      ' ',
      make('code', { textContent: path }),
      ' ',
      operation.summary || '',
    ),
    make(
      'div',
      {},
      parameters(operation.parameters),
      contents('Request', operation.requestBody?.content),
      ...Object.entries(operation.responses || {}).map(([status, answer]) =>
        answer.content
          ? contents(status, answer.content)
          : make('p', { textContent: `${status}: ${answer.description}` }),
      ),
    ),
  );

fetch('/api/v1/openapi.json')
  .then((answer) => answer.json())
  .then(
    (api) => {
      document.getElementById('about').textContent = `${api.info.version} · ${api.info.description}`;
      const groups = new Map();
      for (const [path, operations] of Object.entries(api.paths)) {
        for (const [method, operation] of Object.entries(operations)) {
          const tag = (operation.tags || ['Other'])[0];
          groups.set(tag, [...(groups.get(tag) || []), call(method, path, operation)]);
        }
      }
      const main = document.getElementById('calls');
      main.replaceChildren(...[...groups].flatMap(([tag, calls]) => [make('h2', { textContent: tag }), ...calls]));
    },
    () => {
      document.getElementById('calls').textContent = 'openapi.json could not be read.';
    },
  );
