package org.mitra.mappings;

import java.util.List;

/**
 * A version of a mapping in full.
 *
 * @param summary which version
 * @param definition the document, as JSON
 * @param newest whether there is no later version
 * @param versions all versions of the name, newest first
 */
public record MappingDetail(
    MappingSummary summary, String definition, boolean newest, List<MappingSummary> versions) {}
