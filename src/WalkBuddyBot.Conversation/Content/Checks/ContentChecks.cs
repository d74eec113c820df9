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

    /// <summary>Every mistake, by file and line.</summary>
    public static ImmutableArray<ContentMistake> Of(ContentFolder folder) =>
    [
        .. folder.Unread.Concat(All.SelectMany(check => check.Check(folder)))
            .Distinct()
            .OrderBy(mistake => mistake.File, StringComparer.Ordinal)
            .ThenBy(mistake => mistake.Line),
    ];
}
