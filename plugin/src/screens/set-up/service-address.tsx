import { __ } from '@wordpress/i18n';
import { TextField } from '../../components/fields';

interface ServiceAddressProps {
	value: string;
	error: string | undefined;
	onChange: ( value: string ) => void;
}

export const ServiceAddress = ( {
	value,
	error,
	onChange,
}: ServiceAddressProps ) => (
	<TextField
		path="serviceUrl"
		label={ __( 'Address of the service', 'rappel' ) }
		help={ __( 'For example https://rappel.example.org', 'rappel' ) }
		error={ error }
		value={ value }
		onChange={ onChange }
		maximum={ 500 }
		type="url"
		isRequired
	/>
);
