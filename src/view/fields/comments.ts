import { html, nothing } from 'lit';
import type { Comment } from '../../schema/model.js';
import type { RenderContext } from '../render-context.js';
import { instantTime } from '../times.js';
import { longText } from '../text.js';

/** Comments in their order, each with its author and time where they are told. */
export function commentList(comments: readonly Comment[], name: string, context: RenderContext) {
  return html`<ol part="comments" role="list">
    ${comments.map(
      ({ author, text, createdAt }, i) =>
        html`<li part="comment">
          ${
            author === null && createdAt === null
              ? nothing
              : html`<p part="comment-by">
                  ${author === null ? nothing : html`<b part="comment-author">${author}</b>`}
                  ${createdAt === null ? nothing : instantTime(createdAt, 'comment-time', context)}
                </p>`
          }
          <p part="comment-text">${longText(text, `${name}-comment-${i}`, context)}</p>
        </li>`,
    )}
  </ol>`;
}
