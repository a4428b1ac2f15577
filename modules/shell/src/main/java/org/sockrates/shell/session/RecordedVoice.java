package org.sockrates.shell.session;

import java.util.function.Consumer;
import org.sockrates.shell.job.Voice;

/** A front end's voice, heard by the session's recorder too where there is one. */
public record RecordedVoice(Session session, Voice voice) implements Voice {
    @Override
    public void result(String line) {
        said(voice::result, line);
    }

    @Override
    public void trouble(String line) {
        said(voice::trouble, line);
    }

    @Override
    public void news(String line) {
        said(voice::news, line);
    }

    @Override
    public void progress(String text) {
        voice.progress(text);
    }

    /** A line that was typed behind the prompt. */
    public void typed(String line) {
        session.recorder()
                .ifPresent(recorder -> recorder.typed(session.defaults().prompt(), line));
    }

    private void said(Consumer<String> speaking, String line) {
        session.recorder().ifPresent(recorder -> recorder.said(line));
        speaking.accept(line);
    }
}
