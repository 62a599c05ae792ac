import {
	registerBlockType,
	type BlockConfiguration,
	type BlockVariation,
} from '@wordpress/blocks';
import type { CallbackAttributes } from './attributes';
import metadata from './block.json';
import { Edit } from './edit';
import { icon } from './icon';
import { transforms } from './transforms';
import { variations } from './variations';
import './style.scss';
import './editor.scss';

registerBlockType( metadata as BlockConfiguration< CallbackAttributes >, {
	icon,
	edit: Edit,
	// Rendered by render.php.
	save: () => null,
	transforms,
	// Its type asks for every attribute, while a variation sets some and leaves the others as they are.
	variations: variations as BlockVariation< CallbackAttributes >[],
} );
