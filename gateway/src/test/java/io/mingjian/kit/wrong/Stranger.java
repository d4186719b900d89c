package io.mingjian.kit.wrong;

/** A class that the gateway must not know. */
public class Stranger {}
