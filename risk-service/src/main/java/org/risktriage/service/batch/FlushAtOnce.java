package org.risktriage.service.batch;

import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.glassfish.jersey.message.internal.CommittingOutputStream;

/** Lets a stream through as it is written. Jersey would hold its first kilobytes back, and the sender would wait for them. */
public final class FlushAtOnce implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getEntity() instanceof StreamingOutput
                && context.getOutputStream() instanceof CommittingOutputStream held) {
            held.enableBuffering(0);
        }
        context.proceed();
    }
}
