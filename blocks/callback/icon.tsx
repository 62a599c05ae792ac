import { SVG, Path } from '@wordpress/primitives';

/** A telephone that somebody rings back: drawn on WordPress's 24-pixel grid. */
export const icon = (
	<SVG viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		<Path d="M6.2 3.5 9 3l1.8 4.3-2 1.6a11.5 11.5 0 0 0 6.3 6.3l1.6-2L21 15l-.5 2.8A2.7 2.7 0 0 1 17.800 20C10.200 20 4 13.800 4 6.200A2.700 2.700 0 0 1 6.200 3.500Zm-.7 2.700c0 6.800 5.500 12.300 12.300 12.300.6 0 1.100-.400 1.200-1l.3-1.600-2.100-.900-1.700 2.100-.500-.200A13 13 0 0 1 7.100 9l-.200-.500L9 6.800l-.900-2.100-1.600.3c-.600.1-1 .600-1 1.200Z" />
		<Path d="M17 3v1.500h1.400l-4.500 4.500 1.100 1.100 4.500-4.500V7H21V3h-4Z" />
	</SVG>
);
