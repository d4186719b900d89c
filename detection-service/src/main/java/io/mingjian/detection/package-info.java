package io.mingjian.detection;
