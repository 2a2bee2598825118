// Asks this service for figures and shows them: charts, and always the same figures as a table. The key is kept in the
// field in which it was typed, and nowhere else.
'use strict';

(() => {
  const FIELDS = ['area', 'from', 'to', 'by'];
  const NAMES = { area: 'Area', from: 'From', to: 'To', by: 'Divided by' };
  const LEVELS = [
    { id: 'level.high', name: 'High', colour: '#942514' },
    { id: 'level.medium', name: 'Medium', colour: '#1d70b8' },
    { id: 'level.standard', name: 'Standard', colour: '#00703c' },
    { id: 'level.none', name: 'None', colour: '#505a5f' },
  ];
  const RATES = [
    { id: 'repeat-rate', name: 'Repeats, percent', colour: '#4c2c92' },
    { id: 'not-police-rate', name: 'From other agencies, percent', colour: '#00703c' },
  ];
  const WORDS = { suppressed: 'suppressed', 'not-known': 'not known' };
  const charts = [];
  const at = (id) => document.getElementById(id);

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  };

  const query = (format) => {
    const asked = new URLSearchParams();
    FIELDS.forEach((name) => {
      if (at(name).value.trim() !== '') {
        asked.set(name, at(name).value.trim());
      }
    });
    if (format) {
      asked.set('format', format);
    }
    return asked;
  };

  const ask = (format) => {
    const headers = { Accept: format === 'csv' ? 'text/csv' : 'application/json' };
    if (at('key').value !== '') {
      headers['X-API-Key'] = at('key').value;
    }
    return fetch(`/v1/statistics?${query(format)}`, { headers, credentials: 'omit', cache: 'no-store' });
  };

  const clear = () => {
    at('errors').hidden = true;
    at('error-list').replaceChildren();
    document.querySelectorAll('.govuk-error-message').forEach((message) => message.remove());
    document.querySelectorAll('.govuk-form-group--error').forEach((group) => group.classList.remove('govuk-form-group--error'));
    ['area', 'from', 'to', 'by', 'key'].forEach((name) => {
      at(name).removeAttribute('aria-invalid');
      at(name).classList.remove('govuk-input--error');
      if (at(`hint-${name}`)) {
        at(name).setAttribute('aria-describedby', `hint-${name}`);
      } else {
        at(name).removeAttribute('aria-describedby');
      }
    });
  };

  const complain = (field, words) => {
    const item = make('li', '');
    if (field) {
      const text = NAMES[field] ? `${NAMES[field]}: ${words}` : words;
      item.append(make('a', text, { href: `#${field}` }));
      at(`group-${field}`).classList.add('govuk-form-group--error');
      const message = make('p', '', { class: 'govuk-error-message', id: `error-${field}` });
      message.append(make('span', 'Error: ', { class: 'govuk-visually-hidden' }), words);
      at(field).before(message);
      at(field).setAttribute('aria-invalid', 'true');
      at(field).setAttribute('aria-describedby', `${at(`hint-${field}`) ? `hint-${field} ` : ''}error-${field}`);
    } else {
      item.textContent = words;
    }
    at('error-list').append(item);
  };

  const refuse = async (reply) => {
    const problem = await reply.json().catch(() => ({ detail: 'The service does not answer as it should.' }));
    const errors = problem.errors || [];
    if (errors.length === 0) {
      const field = reply.status === 401 || reply.status === 403 ? 'key' : reply.status === 404 ? 'area' : null;
      complain(field, problem.detail || problem.title);
    }
    errors.forEach((error) => {
      const field = error.pointer.slice(1);
      complain(FIELDS.includes(field) ? field : null, error.message);
    });
    at('errors').hidden = false;
    at('errors').focus();
  };

  const shown = (value) => (value.status === 'shown' ? value.value.toLocaleString('en-GB') : WORDS[value.status]);

  const valueOf = (period, id) => period.values.find((value) => value.figure === id);

  const numberOf = (period, id) => {
    const value = valueOf(period, id);
    return value && value.status === 'shown' ? value.value : null;
  };

  const draw = (canvas, kind, series, periods, stacked) => {
    charts.push(new Chart(canvas, {
      type: kind,
      data: {
        labels: periods.map((period) => period.name),
        datasets: series.map(({ id, name, colour }) => ({
          label: name,
          data: periods.map((period) => numberOf(period, id)),
          backgroundColor: colour,
          borderColor: colour,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        font: { family: 'arial, sans-serif' },
        scales: { x: { stacked }, y: { stacked, beginAtZero: true } },
      },
    }));
  };

  const describe = (canvas, words, series, periods) => {
    const hidden = periods.reduce(
      (sum, period) => sum + series.filter(({ id }) => (valueOf(period, id) || {}).status !== 'shown').length, 0);
    canvas.setAttribute('aria-label', `Chart: ${series.map(({ name }) => name).join(', ')}. The table below has the same figures.`);
    words.textContent = hidden === 0
      ? 'The table below has the same figures.'
      : `${hidden} of the values are suppressed or not known, and have no mark in the chart. The table below says which.`;
  };

  const row = (head, cells) => {
    const line = make('tr', '', { class: 'govuk-table__row' });
    line.append(make('th', head, { scope: 'row', class: 'govuk-table__header' }), ...cells);
    return line;
  };

  const cell = (value) => make('td', shown(value), {
    class: `govuk-table__cell page-number${value.status === 'shown' ? '' : ' page-words'}`,
  });

  const heads = (table, names) => {
    const line = make('tr', '', { class: 'govuk-table__row' });
    line.append(...names.map((name, i) => make('th', name, {
      scope: 'col', class: `govuk-table__header${i === 0 ? '' : ' page-number'}`,
    })));
    table.tHead.replaceChildren(line);
  };

  const tables = (statistics) => {
    const figures = at('figures');
    const periods = statistics.by ? [...statistics.periods, statistics.total] : statistics.periods;
    at('figures-caption').textContent = `Figures of ${statistics.area}, ${statistics.from} to ${statistics.to}`;
    heads(figures, ['Figure', ...periods.map((period, i) => (statistics.by && i === periods.length - 1 ? 'Together' : period.name))]);
    figures.tBodies[0].replaceChildren(...statistics.figures.map((figure) => row(
      figure.unit === 'percent' ? `${figure.means}, percent` : figure.means,
      periods.map((period) => cell(valueOf(period, figure.id))))));
    const national = at('national');
    heads(national, ['What', 'Figure', 'When', 'Source']);
    national.tBodies[0].replaceChildren(...statistics.national.map((one) => row(one.what, [
      make('td', `${one.value.toLocaleString('en-GB')} ${one.unit}`, { class: 'govuk-table__cell page-number' }),
      make('td', one.period, { class: 'govuk-table__cell page-number' }),
      make('td', one.source, { class: 'govuk-table__cell page-number' }),
    ])));
  };

  const show = (statistics) => {
    at('result').hidden = false;
    charts.splice(0).forEach((chart) => chart.destroy());
    at('result-title').textContent = statistics.area;
    at('notice').textContent = statistics.notice;
    tables(statistics);
    draw(at('levels'), 'bar', LEVELS, statistics.periods, true);
    describe(at('levels'), at('levels-words'), LEVELS, statistics.periods);
    draw(at('rates'), 'bar', RATES, statistics.periods, false);
    describe(at('rates'), at('rates-words'), RATES, statistics.periods);
    at('result-title').focus();
  };

  const send = async (format, then) => {
    clear();
    at('status').textContent = 'Counting.';
    try {
      const reply = await ask(format);
      if (reply.ok) {
        await then(reply);
        at('status').textContent = 'Counted.';
      } else {
        at('status').textContent = '';
        await refuse(reply);
      }
    } catch (failure) {
      at('status').textContent = '';
      complain(null, 'The service does not answer.');
      at('errors').hidden = false;
      at('errors').focus();
    }
  };

  at('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    send(null, async (reply) => show(await reply.json()));
  });

  at('download').addEventListener('click', () => {
    send('csv', async (reply) => {
      const link = make('a', '', { href: URL.createObjectURL(await reply.blob()), download: 'statistics.csv' });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  });
})();
