package org.risktriage.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** How replies are written: codes and days as the contract has them. */
public final class ReplyJson {
    private ReplyJson() {}

    /**
     * Sets a mapper up.
     *
     * @param mapper writes replies
     * @return the same mapper
     */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
