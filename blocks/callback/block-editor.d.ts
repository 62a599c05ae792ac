/** What is used of a package that publishes no types. */
declare module '@wordpress/block-editor' {
	import type { ComponentType, HTMLAttributes, ReactNode, Ref } from 'react';
	import type { StoreDescriptor } from '@wordpress/data';

	export function useBlockProps(): HTMLAttributes< HTMLElement > & {
		ref: Ref< HTMLDivElement >;
	};
	export const InspectorControls: ComponentType< { children: ReactNode } >;
	export const store: StoreDescriptor;
}
