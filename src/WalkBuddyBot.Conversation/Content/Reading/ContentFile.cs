using System.Text;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A file as text, its line ends made equal, so that a checkout with other line ends is the same content.</summary>
/// <param name="Path">A path that can be opened.</param>
/// <param name="Name">The path inside the content folder, with forward slashes.</param>
/// <param name="Text">The text.</param>
internal sealed record ContentFile(string Path, string Name, string Text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ContentFile Read(string folder, string path, ICollection<ContentMistake> mistakes)
    {
        var name = System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
        var bytes = File.ReadAllBytes(path);
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, bytes.Length)).Count((byte)'\n');
            mistakes.Add(new ContentMistake(path, line, "this is not UTF-8; save the file as UTF-8"));
            return new ContentFile(path, name, string.Empty);
        }

        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (text.AsSpan().IndexOfAny('\0', '\uFFFD') is var odd and >= 0)
        {
            mistakes.Add(new ContentMistake(path, 1 + text.AsSpan(0, odd).Count('\n'), "a character was lost in a wrong encoding; save the file as UTF-8"));
            return new ContentFile(path, name, string.Empty);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            mistakes.Add(new ContentMistake(path, 1, "the file is empty"));
        }

        return new ContentFile(path, name, text);
    }

    public ContentMistake Mistake(int line, string what) => new(Path, line, what);
}
