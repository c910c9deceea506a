import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/** A choice of few, side by side: radio buttons that look like one control. */
export function segmentedTemplate<Value extends string>(
  name: string,
  legend: string,
  options: Readonly<Record<Value, string>>,
  chosen: Value,
  choose: (value: Value) => void,
) {
  return html`<fieldset class="segmented">
    <legend class="said">${legend}</legend>
    ${(Object.entries(options) as [Value, string][]).map(
      ([value, label]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${live(value === chosen)}
            @change=${() => choose(value)}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;
}
