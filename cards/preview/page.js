/* Draws the cards that preview.ts put into the page. Runs in a browser. */
(() => {
  const { AdaptiveCards, CARDS, THEMES } = window;
  const wanted = new URLSearchParams(location.search);
  const chosen = (name, all) =>
    wanted.has(name) ? all.filter((one) => String(one) === wanted.get(name)) : all;

  /** The little markdown that Teams reads: escapes, links and bold. HTML stays text. */
  function markdown(text) {
    const kept = [];
    const keep = (html) => `\ue000${kept.push(html) - 1}\ue000`;
    const html = text
      .replace(/\\([\p{P}\p{S}])/gu, (_, character) => keep(character.replace(/[&<>]/g, entity)))
      .replace(/[&<>"]/g, entity)
      .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2">$1</a>')
      .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
      .replaceAll('\n', '<br>');
    return html.replace(/\ue000(\d+)\ue000/g, (_, index) => kept[index]);
  }

  function entity(character) {
    return `&#${character.charCodeAt(0)};`;
  }

  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };

  function drawn(card, width, theme) {
    const view = new AdaptiveCards.AdaptiveCard();
    view.hostConfig = new AdaptiveCards.HostConfig(THEMES[theme]);
    view.parse(card.content);
    const chat = element('div', { className: `chat ${theme}`, title: `${width} px, ${theme}` });
    const frame = element('div', { className: 'card' });
    frame.style.width = `${width}px`;
    frame.append(view.render());
    // Teams puts a button that does not fit on the next line; the renderer squeezes it.
    for (const button of frame.querySelectorAll('.ac-pushButton')) {
      Object.assign(button.parentElement.style, { flexShrink: 0, maxWidth: '100%' });
    }
    for (const table of frame.querySelectorAll('.ac-factset')) table.style.display = 'table';
    // A reader of the page would run the lines of a row together into one word.
    const lines = '.ac-selectable .ac-textBlock, .ac-selectable .ac-richTextBlock';
    for (const line of frame.querySelectorAll(lines)) line.append(' ');
    // The renderer forgets to name this one input; Teams' own does not.
    for (const input of frame.querySelectorAll('input.ac-choiceSetInput-filtered')) {
      input.setAttribute('aria-labelledby', input.parentElement.getAttribute('aria-labelledby'));
    }
    chat.append(frame);
    return chat;
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  const names = chosen(
    'card',
    CARDS.map(({ name }) => name),
  );
  const main = document.querySelector('main');
  for (const { name, examples } of CARDS.filter((card) => names.includes(card.name))) {
    document.querySelector('nav').append(element('a', { href: `#${name}`, textContent: name }));
    main.append(element('h2', { id: name, textContent: name }));
    for (const example of chosen('example', Object.keys(examples))) {
      const card = examples[example];
      main.append(element('h3', { textContent: `${example}. Notification: ${card.summary}` }));
      const row = element('div', { className: 'row' });
      for (const theme of chosen('theme', Object.keys(THEMES))) {
        for (const width of chosen('width', [320, 600])) row.append(drawn(card, width, theme));
      }
      main.append(row);
    }
  }
})();
