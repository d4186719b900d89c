package io.mingjian.registry;
