package org.mitra.engine;

/**
 * A product as rules see it.
 *
 * @param code the product's code
 * @param group code of its product group; empty when it has none
 */
public record Item(String code, String group) {}
