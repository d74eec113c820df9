using System.Security.Cryptography;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>Names what a model learns from: examples, topics, the encoder and how it learns.</summary>
internal static class ModelInputs
{
    /// <summary>The name of these files and of this program's way to learn. Lower-case hexadecimal.</summary>
    /// <param name="files">The content files; those that nothing is learnt from are passed over.</param>
    /// <param name="encoderFolder">The folder with the encoder's files.</param>
    public static string Of(IEnumerable<ContentFile> files, string encoderFolder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{TrainerVersion.Current}\n");
        foreach (var file in files.Where(file => UtteranceReader.IsUtterances(file) || ContentFolder.IsTopic(file)))
        {
            // Lengths keep a text from moving unseen from one file to the next.
            Append(hash, $"{file.Name}\n{file.Text.Length}\n{file.Text}");
        }

        foreach (var path in Directory.EnumerateFiles(encoderFolder).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            Append(hash, $"{Path.GetFileName(path)}\n{bytes.Length}\n");
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
}
