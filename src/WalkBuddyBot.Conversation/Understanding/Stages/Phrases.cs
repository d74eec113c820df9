using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Whole messages and what they mean. Compared without signs, courtesies and the bot's name.</summary>
internal static class Phrases
{
    private static readonly (string Label, string Said)[] All =
    [
        (Intents.Help, """
            help|help me|what can you do|what can i do|what can i say|what can i type|what should i say
            what can i ask|what can i ask you|what do you do
            who are you|what are you
            commands|menu|options|how does this work|how do you work|how do reminders work|what is this|are you a bot
            are you human|info|about
            about you|what do you know|what topics do you know|show topics|topics|what else can you do|i need help
            instructions|start|get started|are you real|are you a robot|are you ai|what is this bot|what is your name|who made you
            how old are you
            how do i stop|how do i stop this|how do i stop reminders|how do i turn this off|how do i turn off reminders|list topics
            what topics do you have|what topics are there|reset|start over|i do not understand|what now|how many reminders can i set
            """),
        (Intents.SetReminder,
            "choose my times|choose times|set my times|pick my times|choose a time|other times|set reminder|new reminder|set a reminder"),
        (Intents.NudgeMe, """
            nudge me now|remind me now|nudge me|send me one now|send me a reminder now|send me a nudge|remind me right now|ping me now
            remind me asap|test reminder|send a test reminder|send me a test reminder|nudge me right now
            """),
        (Intents.Progress, """
            progress|my progress|how am i doing|how did i do|show my progress|show progress|my walks|show my walks
            how far have i come|i did not walk|i did not walk today|i forgot to walk|i did not do it
            i missed my walk|i missed it|my stats|stats|statistics|my log|walk log|my walking log
            how many left|how many are left|how many more|how many to go|how many walks are left|how many walks left|how many walks to go
            """),
        (Intents.ExportData, """
            export|export my data|download my data|what do you know about me|what do you keep about me|what data do you have
            what have you stored|what do you store|what do you store about me|is my data safe|privacy|who can see my messages
            is this private
            """),
        (Intents.Greeting, """
            hi|hello|hey|hiya|howdy|yo|good morning|good afternoon|good evening|morning|evening|afternoon|greetings|hi there|hello there
            hey there|good day|hallo|how are you|hi how are you|hello how are you|hey how are you|how is it going|what is up|sup|hey bot
            how are you doing|how are you today|nice to meet you|welcome|hola|bonjour|wie geht es dir|hi bot|hello bot|you there
            are you there|are you still there|anyone there|hi buddy|hello buddy
            """),
        (Intents.Thanks, """
            thanks|thank you|cheers|ta|many thanks|thanks a lot|thank you very much|thank you so much|thanks so much
            much appreciated|great thanks
            great|perfect|nice|cool|awesome|brilliant|lovely|that helps|ok thanks
            thanks very much|thank u|wonderful|that is great|that is good|that is nice|that is very kind|good to know
            very good|nice one|got it|understood|makes sense|interesting|i see|haha|lol|ty
            merci|danke|gracias|i love you
            thank you for your help|thanks for your help|thanks for the tip|thank you for the tip|thanks for that
            """),
        (Intents.Feedback, """
            love it|i love it|good bot|that helped|very helpful|that is helpful|that was helpful|helpful|not helpful|great job|good job
            well done
            bad bot|this helped|it helped|that did not help|this did not help|it did not help|useful|not useful|that was useful|i hate it
            """),
        (Intents.Goodbye, """
            bye|goodbye|good bye|bye bye|see you|see ya|see you later|good night|goodnight|cya|farewell|take care|talk to you later
            see you tomorrow|see you soon|thanks bye|thank you bye|ok bye|bye for now|bye then|talk later|ttyl|have a nice day
            have a good day|i have to go|got to go|i am off|that is all|that is it
            """),
        (Intents.Undo, """
            forget that|forget about it|forget about that|scrap that|scratch that|wait no|no wait|no wait a minute
            undo|undo that|undo it|undo the last one|take it back|take that back|revert|revert that|i did not mean that
            that was a mistake|oops|go back
            that was wrong|undo last change|undo the last change
            """),
        (Intents.ShowSchedule, """
            show my reminders|what are my reminders|my reminders|reminders|show reminders|list reminders
            list my reminders|show my schedule|my schedule
            schedule|show schedule|what is my schedule|which reminders do i have|what reminders do i have
            do i have any reminders|do i have reminders
            when are my reminders|show me my reminders|show me my schedule|see my reminders|what have i set
            what did i set|what is set|show
            read my reminders|read out my reminders|read me my reminders|tell me my reminders
            list|show times|show my times|show all|reminder list|what did i ask for|what have i asked for
            when do you remind me|when will you remind me|what times do you remind me|view my reminders|view reminders
            what time are my reminders
            when is my next reminder|when is the next reminder|when is the next one|when is my next one|next reminder|what is next|next
            next one|the next one|whats next|when|when is it|when is that|when is my next walk|when is my next nudge|next nudge
            """),
        (Intents.ChangeTime, """
            change my reminders|change my reminder|change reminder|change reminders|edit my reminders|edit reminders|change times
            the other one|no the other one|the first one|the second one|the last one|number one|number two
            change my times|change the time|change my time|change it|edit|edit it|move it|make it later|make it earlier|reschedule
            reschedule it|can i change my reminders|can i change the time|how do i change my reminders|how do i change the time
            how do i delete a reminder|how do i remove a reminder|how do i cancel a reminder|delete one reminder|remove one reminder
            delete a reminder|remove a reminder|cancel one reminder|cancel a reminder|wrong time
            i want different times|different times|i want other times|i need different times|can i have different times
            """),
        (Intents.Status, """
            status|my status|what is my status|show my status|what is the status
            are you still going to message me|will you still message me|will you message me again
            am i paused|are reminders on|are my reminders on|are you on|is it on|are you paused
            why did you not remind me|why did i not get a reminder
            """),
        (Intents.Tip, """
            gimme a tip|i want a tip|i would like a tip|i need a tip
            tip|give me a tip|a tip|another tip|one more tip|tips|tip please|tell me a tip|got any tips|any tips
            walking tip|give me another tip
            show me a tip|send me a tip|can i have a tip|can i get a tip|tip of the day|new tip|next tip|give me tips
            give me a walking tip|some tips|another one|one more|another|any tips for today|any tip for today|got any advice|any advice
            give me some advice|inspire me|motivate me|encourage me|walking tips|share a tip|a tip please|what is the tip of the day
            """),
        (Intents.More, """
            more|tell me more|go on|continue|carry on|and then|say more|more please|read more|more about that
            tell me more about that|what else
            anything else|more details|more detail|more info|more information|keep going|elaborate|can you explain more
            explain more|more on that|say that again|repeat that|can you explain that again|what do you mean|can you repeat that
            tell me more about it|go deeper|expand on that|explain
            """),
        (Intents.Why, """
            why|why is that|why though|how come|but why|why so|why that|how so|what for|why does that help|why does this help
            why would that help|why this tip|why this|why does it help|tell me why|and why|why is that so|why should i|ok why|why would i
            really|are you sure|is that true|prove it|says who
            how do you know|how do you know that|is that right|so what|because|is it true
            """),
        (Intents.Resume, """
            cancel the pause|end the pause|stop the pause|stop pausing|no pause|remove the pause
            do not stop|do not pause|no do not stop|no do not pause|do not stop my reminders|keep them on
            resume|start again|back on|unpause|restart|resume reminders|resume my reminders|start reminders
            start my reminders|start reminding me again
            turn reminders on|turn on reminders|turn my reminders on|turn my reminders back on|turn reminders back on
            turn back on|switch on reminders
            switch reminders on|i am back|continue reminders|continue my reminders|remind me again|begin again
            start up again|start the reminders again
            restart reminders|restart my reminders|resume nudges|i am ready to start again|start reminders again
            start my reminders again|turn it back on
            turn on|on again|reactivate|reenable|enable reminders|back on please|switch back on|start nudging me again|unstop|unmute
            """),
        (Intents.Skip, """
            not today|skip|skip today|skip it|no walk today|not this time|can not today|i can not today
            can not walk today|i can not walk today|pass
            maybe tomorrow|i will skip|i will skip today|skip this one|skip this|skip the next one|skip next
            skip my next walk|skip the next reminder
            skip the next walk|skip my next reminder|skip todays walk|skip today is walk|leave it today
            leave it for today|not today thanks|no time today
            too busy today|i am too busy today|skip for today|let us skip today|skip this walk|skip my walk
            skip my walk today|no reminders today
            no more reminders today|do not remind me today|no more today|nothing today|i will not walk today
            skip today please|not today sorry|rest day|rest day today|today is a rest day|day off|taking the day off
            """),
        (Intents.Snooze, """
            snooze|snooze it|snooze please|later|remind me later|ask me later|not now|in a bit|in a while|in a minute
            in a moment|a bit later|maybe later
            not right now|ask again later|ask me again later|remind me in a bit|remind me in a while|busy|busy now
            i am busy|i am in a meeting|give me a moment
            snooze this|snooze that|soon|try me later|try again later|one moment|hold on
            """),
        (Intents.Safe, """
            i am safe not me|i am safe now|it was not about me|not me|i am ok|i am fine|i am okay|it is not about me
            that was not about me|false alarm|i am safe|safe
            """),
        (Intents.Yes, """
            set that|set it|set this|take it|a walk at that time|walk at that time|a walk then|go ahead|yes set that|do that|yes|y|yep
            yeah|yup|sure|ok
            okay|yes please|yes do|of course|please do|do it|correct|right|that is right|exactly|sounds good|fine|confirm
            absolutely|k|yes that is right
            """),
        (Intents.No, """
            no|n|nope|nah|no thanks|no thank you|not really|do not|wrong|that is wrong|never mind|nevermind|no do not|no way
            rather not|not that|forget it
            """),
        (Intents.TimeZone, """
            time zone|timezone|change time zone|change timezone|change my time zone|change my timezone|set my time zone
            set my timezone|set time zone|set timezone|wrong time zone|wrong timezone|my time zone is wrong|my timezone is wrong
            change zone|i moved|what zone am i in|what time zone am i in|what timezone am i in|which timezone am i in
            which time zone do you use|what is my zone|what is my time zone|what is my timezone|which time zone am i in
            """),
        (Intents.Pause, """
            pause|pause reminders|pause my reminders|pause it|pause everything|pause nudges|pause please|i am away|i am on holiday
            i am on vacation|i am going on holiday|i am going away|take a break from reminders|mute|mute reminders
            hold my reminders|hold reminders
            """),
    ];

    private static readonly FrozenDictionary<string, string> Labels = Build();

    public static string? Label(string said) => Labels.GetValueOrDefault(said);

    private static FrozenDictionary<string, string> Build()
    {
        var labels = new Dictionary<string, string>();
        foreach (var (label, said) in All)
        {
            foreach (var phrase in said.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                labels.Add(phrase, label);
            }
        }

        return labels.ToFrozenDictionary();
    }
}
