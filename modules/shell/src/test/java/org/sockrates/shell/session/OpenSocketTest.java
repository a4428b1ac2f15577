package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Jobs;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.Call;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;

@ExtendWith(MockitoExtension.class)
class OpenSocketTest {
    @Mock
    private TransportSocket socket;

    @Mock
    private Voice voice;

    private Job job() {
        return new Job("recv", Origin.PROMPT, voice, false);
    }

    @Test
    void isToldByNameOrByNumber() {
        OpenSocket named = new OpenSocket(3, "door", socket);
        assertThat(named.label()).isEqualTo("door (3)");
        assertThat(named.word()).isEqualTo("door");
        OpenSocket bare = new OpenSocket(4, "", socket);
        assertThat(bare.label()).isEqualTo("4");
        assertThat(bare.word()).isEqualTo("4");
    }

    @Test
    void hasOneReceivingAndOneSendingJob() {
        OpenSocket open = new OpenSocket(3, "door", socket);
        Job receiving = job();
        open.claim(Call.RECV, receiving);
        open.claim(Call.RECV, receiving);
        open.claim(Call.SEND, job());
        assertThat(open.user()).isPresent();
        assertThatThrownBy(() -> open.claim(Call.ACCEPT, job()))
                .isInstanceOf(UsageException.class)
                .hasMessage("accept: door (3): another call waits on this socket; let it end, or  stop it");
        try (Jobs jobs = new Jobs()) {
            jobs.keep(receiving);
            assertThatThrownBy(() -> open.claim(Call.RECVFROM, job()))
                    .hasMessage("recvfrom: door (3): job 1 waits on this socket; let it end, or  stop 1");
            jobs.forget(receiving);
        }
        open.release(Call.RECV);
        open.claim(Call.RECVFROM, job());
        open.release(Call.SENDTO);
        open.release(Call.RECVFROM);
        assertThat(open.user()).isEmpty();
    }

    @Test
    void isClosedAlsoWhereItsLingerCannotBeTurnedOff() throws IOException {
        Mockito.when(socket.lingers()).thenReturn(true);
        Mockito.doThrow(new IOException("no")).when(socket).option("SO_LINGER", "off");
        assertThatThrownBy(new OpenSocket(3, "", socket)::closeAtOnce).hasMessage("no");
        Mockito.verify(socket).close();
    }
}
