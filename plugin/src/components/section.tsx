import type { ReactNode } from 'react';

interface SectionProps {
	id?: string;
	title: string;
	/** What it is for, in a sentence. */
	description?: ReactNode;
	/** Its fields need room: a week, a calendar. */
	isWide?: boolean;
	children: ReactNode;
}

/** A card: what it is about on one side, its fields on the other; one above the other where there is no room. */
export function Section( {
	id,
	title,
	description,
	isWide = false,
	children,
}: SectionProps ) {
	return (
		<section
			className={ `rappel-section${ isWide ? ' is-wide' : '' }` }
			id={ id }
			aria-labelledby={ id && `${ id }-title` }
		>
			<div className="rappel-section__about">
				<h2 id={ id && `${ id }-title` } tabIndex={ -1 }>
					{ title }
				</h2>
				{ description && <p>{ description }</p> }
			</div>
			<div className="rappel-section__fields">{ children }</div>
		</section>
	);
}
