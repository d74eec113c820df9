using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// No file holds a tab or a letter that nobody can see: both break YAML or a comparison where the eye finds nothing wrong.
/// </summary>
internal sealed partial class LetterCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        from file in folder.Files
        from Match found in Unseen().Matches(file.Text)
        let letter = found.Value[0]
        select file.Mistake(
            1 + file.Text.AsSpan(0, found.Index).Count('\n'),
            letter == '\t' ? "there is a tab here; use spaces" : $"there is an invisible character here (U+{(int)letter:X4}); delete it or use a plain space");

    // One a line is enough to find the place.
    [GeneratedRegex(@"[\t\u0001-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF](?=[^\n]*)")]
    private static partial Regex Unseen();
}
