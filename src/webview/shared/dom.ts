/** Makes elements. Text goes in as text nodes only, so nothing that a document or a pack says comes to life. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(label: string, onClick: () => void, attributes: Readonly<Record<string, string>> = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}

/** A choice with its label. */
export interface Choice<T extends string> {
  readonly root: HTMLElement;
  /** Shows another set of options, or another value. */
  update(options: readonly (readonly [T, string])[], value: T): void;
}

export function choice<T extends string>(label: string, onChange: (value: T) => void): Choice<T> {
  const select = element("select");
  select.addEventListener("change", () => {
    onChange(select.value as T);
  });
  return {
    root: element("label", { class: "choice" }, element("span", {}, label), select),
    update(options, value) {
      const isSame =
        select.options.length === options.length &&
        options.every(([key, text], i) => select.options[i]!.value === key && select.options[i]!.text === text);
      // Replacing the options would close the list under the person's hands.
      if (!isSame) select.replaceChildren(...options.map(([key, text]) => element("option", { value: key }, text)));
      select.value = value;
    },
  };
}
