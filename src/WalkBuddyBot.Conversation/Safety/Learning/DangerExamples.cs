using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>Examples cut into stretches and made ready to learn from.</summary>
/// <param name="All">The examples.</param>
/// <param name="Dangers">The dangers in them, in a fixed order.</param>
internal sealed record DangerExamples(ImmutableArray<DangerExamples.Ready> All, ImmutableArray<Danger> Dangers)
{
    /// <summary>From messages to stretches, terms and vectors. A message without words is passed over.</summary>
    public static DangerExamples From(IReadOnlyList<SafetyExample> examples, Book book, ISentenceEncoder encoder, int threads)
    {
        var dangers = examples.Select(example => example.Danger).OfType<Danger>().Distinct()
            .OrderBy(danger => danger.Group, StringComparer.Ordinal).ThenBy(danger => danger.Level).ToImmutableArray();
        var terms = new UnitTerms(book);
        var cut = new (string Words, LexicalTerms Terms, Excuses Excuses)[examples.Count][];
        Parallel.For(0, cut.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
        {
            var message = book.Reader.Read(examples[at].Text);
            var found = message.Count > 0 ? book.Phrases.In(message) : null;
            cut[at] = found is null ? [] : [.. Units.Of(message).Where(unit => Counts(examples[at], message, unit))
                .Select(unit => (Words: UnitTerms.Text(message, unit), unit))
                .Select(pair => (pair.Words, terms.Of(message, found, pair.unit), Excuses.In(pair.Words, book)))];
        });
        var vectors = encoder.EncodeAll([.. cut.SelectMany(all => all).Select(one => one.Words)], threads);
        var next = 0;
        var ready = examples.Select((example, at) => new Ready(
            example,
            example.Danger is { } danger ? dangers.IndexOf(danger) + 1 : 0,
            [.. cut[at].Select(one => new Stretch(one.Terms, vectors[next++], one.Excuses))]));
        return new([.. ready.Where(example => example.Stretches.Length > 0)], dangers);
    }

    // Which stretch of a long story tells of the danger is not known, so only short ones are learnt from whole. Of what is harmless every
    // stretch is harmless.
    private static bool Counts(SafetyExample example, Message message, Span unit) =>
        example.LookAlike || unit.End - unit.Start == message.Count || (example.Danger is not null && message.Count > Units.Longest);

    /// <summary>A stretch of a message.</summary>
    internal sealed record Stretch(LexicalTerms Terms, float[] Vector, Excuses Excuses);

    /// <summary>An example with its class and its stretches, the whole message first when it is short.</summary>
    internal sealed record Ready(SafetyExample Example, int Class, ImmutableArray<Stretch> Stretches)
    {
        /// <summary>Whether its class can be learnt from each of its stretches.</summary>
        public bool Teaches => Class == 0 || Stretches.Length == 1;
    }
}
