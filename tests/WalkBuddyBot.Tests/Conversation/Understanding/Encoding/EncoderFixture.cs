using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

/// <summary>The encoder as it is installed, loaded once for all tests, on both paths.</summary>
public sealed class EncoderFixture
{
    public UniversalSentenceEncoder Vectors { get; } = UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder);

    public UniversalSentenceEncoder Scalars { get; } = UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder, new ScalarArithmetic());
}
