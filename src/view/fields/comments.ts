import type { Comment } from '../../schema/model.js';
import { html, none } from '../flat.js';
import type { RenderContext } from '../render-context.js';
import { instantTime } from '../times.js';
import { longText } from '../text.js';

/** Comments in their order, each with its author and time where they are told. */
export function commentList(comments: readonly Comment[], name: string, context: RenderContext) {
  return html`<ol part="comments" role="list">
    ${comments.map(
      ({ author, text, createdAt }, i) =>
        html`<li part="comment" class="comment">
          ${
            author === null && createdAt === null
              ? none
              : html`<p part="comment-by" class="comment-by">
                  ${author === null ? none : html`<b part="comment-author" class="comment-author">${author}</b>`}
                  ${createdAt === null ? none : instantTime(createdAt, 'comment-time', context)}
                </p>`
          }
          <p part="comment-text" class="comment-text">${longText(text, `${name}-comment-${i}`, context)}</p>
        </li>`,
    )}
  </ol>`;
}
