using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>All that dangers are learnt from.</summary>
internal sealed class DangerSchool
{
    private readonly Book _book;
    private readonly List<SafetyExample> _examples;

    private DangerSchool(Book book, List<SafetyExample> examples) => (_book, _examples) = (book, examples);

    /// <summary>The safety files, their examples, and what people say of other things.</summary>
    /// <param name="content">The content.</param>
    /// <param name="ordinary">What people say of other things.</param>
    /// <param name="mistakes">Where mistakes go, each at its file and line.</param>
    /// <returns>Null when the safety files cannot be read.</returns>
    public static DangerSchool? Read(ContentFolder content, UtteranceSet ordinary, ICollection<ContentMistake> mistakes)
    {
        var (book, wrong) = BookReader.Read(content.Path);
        foreach (var (file, line, what) in wrong)
        {
            mistakes.Add(new ContentMistake(content.Missing($"safety/{file}"), line, what));
        }

        return book is null ? null : new DangerSchool(
            book,
            [
                .. SafetyExampleReader.Read(content.Files, book, mistakes),
                .. ordinary.All.Where((_, at) => at % DangerTuning.OrdinaryOf == 0)
                    .Select(utterance => new SafetyExample(utterance.Text, Danger: null, LookAlike: false)),
            ]);
    }

    /// <summary>The messages.</summary>
    public IReadOnlyList<SafetyExample> Examples => _examples;

    /// <summary>Learns, and writes what was learnt.</summary>
    public DangerFigures Train(ISentenceEncoder encoder, string to)
    {
        var (model, figures) = DangerTrainer.Train(_examples, _book, encoder);
        DangerFile.Write(to, model);
        return figures;
    }
}
