package org.emotone.server.web;

/**
 * A file of the web application.
 *
 * @param content its bytes; not copied
 * @param mediaType with the character set of text
 * @param etag changes with the content, in quotation marks
 * @param lasting whether its address changes with its content, so that browsers may keep it
 */
public record WebAsset(byte[] content, String mediaType, String etag, boolean lasting) {}
