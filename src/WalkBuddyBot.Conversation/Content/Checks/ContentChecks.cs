using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>All rules that content keeps. A new rule is a class and a line here.</summary>
internal static class ContentChecks
{
    public static ImmutableArray<IContentCheck> All { get; } =
    [
        new FilesCheck(),
        new LetterCheck(),
        new TopicCheck(),
        new TwiceCheck(),
        new SourceCheck(),
        new ReferenceCheck(),
        new ClaimCheck(),
        new TipCheck(),
        new TipBankCheck(),
        new PhraseCheck(),
        new PhrasesThereCheck(),
        new LengthCheck(),
        new PlainTextCheck(),
        new ReadingLevelCheck(),
        new BannedCheck(),
        new FigureCheck(),
        new RepeatedSentenceCheck(),
        new SafetyCheck(),
    ];

    /// <summary>Rules of what is learnt from, not spoken: they hold when it is built, and cost a start nothing.</summary>
    public static ImmutableArray<IContentCheck> OfExamples { get; } = [new UtteranceCheck()];

    /// <summary>Every mistake in what the bot speaks from, by file and line.</summary>
    public static ImmutableArray<ContentMistake> Of(ContentFolder folder) => Of(folder, All);

    /// <summary>The same, and every mistake in what it learns from.</summary>
    public static ImmutableArray<ContentMistake> OfEverything(ContentFolder folder) => Of(folder, All.AddRange(OfExamples));

    private static ImmutableArray<ContentMistake> Of(ContentFolder folder, ImmutableArray<IContentCheck> checks) =>
    [
        .. folder.Unread.Concat(checks.SelectMany(check => check.Check(folder)))
            .Distinct()
            .OrderBy(mistake => mistake.File, StringComparer.Ordinal)
            .ThenBy(mistake => mistake.Line),
    ];
}
