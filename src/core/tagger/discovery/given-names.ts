/**
 * Given names that are common somewhere in the world, folded as `foldWord` gives them, by which rules know a person; with them
 * the commonest surnames of languages that write the surname first. Left out is what English texts more often write for
 * something else: Grant, May, Paris, Victoria, Will.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    "aaron bill rob ron abby abdallah abdelaziz abdou abdoulaye abdul abdulaziz abdullah abdulrahman abebe abena abhishek abiodun " +
    "abiola abiy abraham achim ada adam adama adebayo adele aden adewale adhanom aditi aditya adolf adrian adriana afua " +
    "agnes agnieszka ahmad ahmed ahmet aisha aishwarya ajay akash akihiko akiko akin akinwumi akira akosua alain alan alana " +
    "alastair albert alberto alcide aldo alec alejandra alejandro aleksandar aleksander aleksandr alessandra alessandro " +
    "alex alexander alexandra alexandre alexei alexey alexis alfonso alfred alfredo ali alice alicia alina alireza alisha " +
    "alison alistair aliyu allan allen allison almazbek alok alondra alvaro alyssa amadou amal amalia amanda amani amara " +
    "ambroise amelia amina aminata amine amintore amir amira amit amos amy anand anastasia anatoly anders andre andrea " +
    "andreas andrei andres andrew andrey andris andriy andrzej andy angela angelica angelina angelo angus anibal anicet " +
    "anies anil anita anja anjali ankur ann anna annabel annalena anne annelies annemarie annette annie anthony antoine " +
    "anton antonia antonio antony antti anupam anurag anutin anwar aoife apoorva archana ariana ariel arif arjun arkady " +
    "armand armando armen arnaud arne arnold arthur artur arturo arun aruna arvind asha ashish ashley ashok ashot ashraf " +
    "asif asim assem astrid attila atul audrey augustin augusto aurelie aurora awa axel aya ayesha ayman ayo ayodele ayumi " +
    "aziz azra babajide babatunde bader bakyt balram bao barack barbara barham barnaby barry bart bartosz bashir bassirou " +
    "beata beatrice beatriz ben benedict benito benjamin benoit bernadette bernard bernd bernhard bernie bert beth bethany " +
    "bettino betty beverly bharat bianca bijan bilal bill bjorn bob bogdan bongbong boris boubacar boyko bradley brandon " +
    "branko brenda brendan brent brett brian bridget brigitte britta bruce bruno bryan budi bui bukola burak byron caitlin " +
    "callum calvin camila camilla camille cara carina carissa carl carla carlo carlos carmen carol caroline carolyn carsten " +
    "casey caspar catalina catarina caterina catherine cathy cecile cecilia cedric celeste celia celine cesar chad chandra " +
    "chantal charles charlie charlotte cheikh chelsea chen cheryl chester chiara chidi chika chike chikwe chinedu chinwe " +
    "chioma chloe choi cholnan chris christa christiane christina christine christoph christophe christopher chuck chukwuma " +
    "ciara ciaran cindy claire clara clare clarence claude claudia claudio clemens clement clive colin colleen connor conor " +
    "conrad constance constantin constantino cornelia cornelius cory courtney craig cristian cristiana cristina curtis " +
    "cynthia cyril cyrus daisuke damian damien damon dan dana daniel daniela daniele danielle danny dante daria darius " +
    "darren dave david davit debbie deborah debra declan deepa deepak deepika deirdre delcy delphine demetrius denis denise " +
    "dennis denys derek devi devon diana diane didier diego dieter dietrich dilma dimitri dimitris dinesh dipu dirk divya " +
    "dmitri dmitry dmytro dolores dominic dominik dominique don donald donna dora doreen doris dorothea dorothy doug " +
    "douglas dragan duncan dusan dustin dwayne dwight dylan dzulkefly ebrahim ed edgar edith edmond edmund edna " +
    "edouard eduard eduardo edward edwin efua eileen ekaterina elaine eleanor elena eleni eliana elias elijah elina elisa " +
    "elisabeth elise eliza elizabeth ella ellen elliot elliott eloise elon elsa elvira emanuel emanuela emeka emer emil " +
    "emilia emilie emilio emily emma emmanuel emmanuelle emmerson emomali emre enrico enrique erica erich erik erika erin " +
    "erna ernest ernesto ernst espen esra esteban estelle esther ethan etienne eugene eunice eva evariste evelyn ewa " +
    "ezekiel fabian fabiana fabien fabio fabrice fabrizio fahad fahd fahrettin faisal farah farhad farhan farid farida " +
    "faris fatima fatma fatou fatoumata faustin fausto federica federico felicia felicity felipe felix femi ferdinand " +
    "ferenc fernanda fernando fidel filip filipe filippo finn fiona firass flavia flavio florian florin folake fouad fran " +
    "frances francesca francesco francine francis francisca francisco franco francois francoise frank franklin franz fraser " +
    "fred frederic frederick frederik fredrik friedrich fritz fumio gabriel gabriela gabriele gabriella gabrielle gagandeep " +
    "gail gao gareth garry garth gary gaurav gavin geert gemma genevieve gennady geoff geoffrey george georges georgia " +
    "georgina gerald geraldine gerard gerardo gerd gerhard gerrit getachew ghada ghassan gheorghe gianluca gianni gilbert " +
    "giles gillian gina gines gintaras giorgi giorgia giorgio giovanna giovanni gisela giulia giulio giuseppe gladys glen " +
    "glenda glenn gloria gonzalo gopal goran gordon gotabaya gough graham grainne greg gregor gregory greta grigory gro " +
    "grover gudrun guido guilherme guillaume guillermo gulnara gulnora gunnar gunther guntram guo gurbanguly gurpreet " +
    "gustav gustavo guy gwen gwendolyn gyorgy habib hadiza hafsat hage haider hailemariam hakainde hakan hala hamad hamid " +
    "hamidou hamish hamza hana hanan hani hannah hans harald harini harish harold haroun harriet harry harsh haruka haruto " +
    "harvey hasan hashim hassan hazel heather hector heidi heike heikki heiko heinrich heinz helen helena helene helga " +
    "helle helmut hendrik henri henrietta henrik henrique henry herbert herman hermann hideki hilary hillary hina hiroshi " +
    "hisham hitoshi holly horacio horst howard huang hubert hugh hugo humberto humza hussein hyun ian ibrahim ibrahima " +
    "idris idriss ifeoma ignacio igor ilaria ilham ilona ilya imran ines inga inge ingrid ioana ioannis iqbal irakli irene " +
    "irina iris irma iryna isaac isabel isabella isabelle isaiah isatou ishaan ismael ismail issoufou istvan ivan ivana " +
    "ivica ivo izabela jaak jaap jacinda jack jackie jacob jacqueline jacques jacqui jagmeet jaime jair jairam jakob jakub " +
    "jamal james jamie jan jana jane janet janez janice janil janine janis janusz jarbas jared jarek jaroslav jason jasper " +
    "javad javier jay jayne jean jeanette jeanine jeanne jeff jeffrey jelena jen jennifer jenny jens jeremiah jeremy jerome " +
    "jerry jesper jess jesse jessica jesus jia jill jim jimmy jin jitendra joachim joan joana joanna joanne joao joaquin " +
    "jocelyn jochen joe joel joelle joerg joh johan johann johanna johannes john johnny joko jolanta jon jonas jonathan " +
    "jordan jorge jorgen jose josef josefina josep joseph josephine josh joshua jovenel joyce jozef juan juanita judith " +
    "judy juha juhayna jukka jules julia julian juliana julianne julie julien juliet julio julius jun junaid jung jurgen " +
    "justin justine justyna kaare kaba kaho kai kaitlyn kaja kalle kamal kamala kamil kamla kang karan karel karen kari " +
    "karim karin karina karl karla karolina kasper kassym katalin katarina katarzyna kate katerina katharina katherine " +
    "kathleen kathryn kathy katie katja katrin kavita kayode kazuo keiko keir keith kelly kemal kemi ken kendra kenji " +
    "kenneth kenta kerry kevin khadija khairy khaled khaleda khalid kianoush kieran kim kiran kiril kirsten kjell klara " +
    "klaus kofi kojo konrad krassimir krishna kristen kristian kristin kristina kristine krzysztof kumar kunal kurt kwabena " +
    "kwaku kwame kwasi kwesi kwon kyle lakshmi lamin lana lara larissa larry lars laszlo latifa laura laurel lauren " +
    "laurence laurent laurentino laurie lavrenty lawrence layla lazarus lea leah leandro lebogang leila lena leni leo leon " +
    "leonard leonardo leonid leonie leroy leslie lester leticia levan lewis li lia liam lidia liesbeth lilian liliana " +
    "lillian lim lin linda lindiwe lindsay lindsey lionel lisa lise liu liv liz ljiljana lloyd lois lola lorena lorenzo " +
    "loretta lorraine lothar louis louisa louise luc luca lucas lucia luciana luciano lucie lucy ludovic ludwig luhut luigi " +
    "luis luisa luiz lukas lukasz luke luz lydia lyndon lynn lyudmila maarten mabel maciej mackenzie macky maddalena " +
    "madeleine madhavi madison mads magda magdalena maggie magnus mahamat mahathir mahendra mahesh mahinda mahmoud mairead " +
    "maithripala maja malala malcolm malik mallory mamadou mamady mandy manfred manish manisha manoj mansour mansukh manuel " +
    "manuela mara marc marcel marcela marcella marcelo marcia marcin marco marcos marcus margaret margareta margarita " +
    "margot margrethe marguerite maria mariam mariama marian mariana marianne mariano maribel marie marijke marilyn marina " +
    "marine mario marion marisa marissa marius mariya marjan marjorie mark marko markus marlene marsha marta martha martin " +
    "martina martine marvin mary maryam masaki massimo mateo mateus mateusz mathew mathias mathieu mathilde matilda " +
    "matshidiso matt matteo matthew matthias matthieu matti maud maureen maurice mauricio mauro maxime maximilian " +
    "maxwell maya mayank mbali megan mehmet mei melania melanie meles melissa melvin menzies meredith merle mette micaela " +
    "michael michaela michal michel michele michelle miguel mihai mikael mike mikhail mikko milena millard milos mimi ming " +
    "minh minoo miranda mireille miriam miroslav mitch mitchell mitt mohamad mohamadou mohamed mohammad mohammed mohan " +
    "moises mokgweetsi molly mona monica monika monique morgan moritz morten moses mostafa moussa mpho muhammad muhammadu " +
    "mukesh murali muriel musa mustafa mutahi mwangi mykola nabil nadia nadine nahid najib najla naledi nancy nandini naomi " +
    "narayan narendra natalia natalie nataliya natasha nathalie nathan nathaniel navin nawaz nayib nechirvan neha neil " +
    "nelson nenad netumbo neville ngashi ngozi nguyen nicholas nick nicola nicolae nicolas nicole nidhi niels nigel nikhil " +
    "nikita nikki nikol nikola nikolai nikolaj nikolas nikolina nikos nils nina nino nirmala nisha nishant nisia nitin " +
    "nkechi nkosazana noah noel noemi nomvula nora norbert noriko norman nuno nursultan obinna octavio oddvar odette ofelia " +
    "okechukwu olaf oleg oleksandr oleksii olena olga oliver olivia olivier olof olumide oluwaseun omar ondrej onyema oscar " +
    "oskar osman otto oumar ousmane owen ozlem pablo paddy paetongtarn palmiro paloma pamela paola paolo parvati " +
    "pascal pascale patrice patricia patricio patrick patrizia patty paul paula paulina pauline paulo pavel pawel pedro " +
    "peggy pekka penelope penny peter petr petra petro petros petteri phil philip philipp philippa philippe phillip phoebe " +
    "phophi phuc phumzile pierre pieter pietro piotr piyush plamen polina pooja poonam poul prabhat prabowo pradeep prakash " +
    "pranav prasad prashant praveen prawit prayut preeti priscilla priti priya priyanka pushpa quarraisha rachael rachel " +
    "rafael rafal raffaele raghav rahul raj raja rajan rajat rajesh rajiv rakesh ralf ralph ram rama ramesh ramon ramsay " +
    "rana randall randeep randy rania ranil ranjit raphael raquel rashid rashida rasmus ravi raymond rebecca recep " +
    "reiner reinhard rekha renata renate renaud rene renee retno reza rhiannon rhoda ricardo riccardo richard rick rishi " +
    "rita robert roberta roberto robin rochelle rocio rodney rodolfo rodrigo roger rohan rohini rohit roland rolf romain " +
    "roman romano ronald ronaldo ronan ronnie rory rosa rosalie rosalind rosanna rosario rosemary rosie ross rouhollah " +
    "rowan roxanne roy ruben rudolf rudy ruhakana rui rumen rupert russ russell rustam ruta ruth rutherford ryan ryoko saad " +
    "saara sabin sabina sabine sabrina sadia sadyr saeed saeid safia sahil saima sajid salah salim sally salma salman " +
    "salvatore sam samantha samia samir samira samuel sandeep sandra sandrine sandy sangeeta sania sanjay sanjeev sanna " +
    "santosh sara sarah sasha satish satoshi saul sauli saurabh scott sean sebastian sebastien seiji selin selina selma " +
    "serge sergei sergey sergio serhiy seth shahid shane shankar shannon shanthi sharon shashi shaun shavkat shawn shehbaz " +
    "sheikha sheila shelley sher sherif sherry shi shigeru shinichi shinzo shirin shirley shreya shruti sibongile sibusiso " +
    "siddharth siddhartha sigrid siim silke silvia silvio simone sinead siobhan siouxsie sipho smita sofia sofie sonia " +
    "sonja sophia sophie soren soumya srettha sridhar stacey stan stanislav stanley stefan stefania stefanie stefano " +
    "steffen stella stephan stephane stephanie stephen steve steven stewart stuart subhash subrahmanyam sudhir suella " +
    "suleiman suman sumit sunil sunita suresh susan susana susanna susanne sushma suzanne sven svetlana swati sybille " +
    "sylvain sylvester sylvia sylvie tadashi tage takashi takeshi tamar tamara tamim tammy tan tania tanja tanya tara tarek " +
    "tariq tarja tatiana tatjana tawfiq taylor ted tedros temitope teodorin teodoro terawan terence teresa terrence terry " +
    "tessa thabo thaksin thandeka thandi theo theodore theresa therese thiago thibault thierry thilo thomas thongchai " +
    "thorsten tiago tibor tiffany tim timo timothy timur tina tobias todd tolu tom tomas tomasz tomislav tommy tomoko toni " +
    "tony toomas torsten toshiko tracey tracy trevor tricia trinh trisha tsitsi tugba tunde tuula uche uchenna udo ugur " +
    "uhuru ulf ulrich ulrike ulysses uma umar umaro umberto ummy urmas ursula usha usman uwe vaclav valdis valentin " +
    "valentina valerie valery vanessa vasile vasily vera veronica veronika veronique vesna vicente vicki victor vijay vikas " +
    "vikram viktor viktoria vince vincent vincenzo vineet viola violeta virginie vishal vittorio vivek vivian viviana " +
    "vivien vladimir volker volodymyr vyacheslav vytautas walid wallace walter wamkele wanda wang wanjiru warren wayne wei " +
    "wendy werner wes whitney wilfred wilfrid wilhelm willem william willy wilson winfried winnie winston wojciech wolfgang " +
    "woodrow wopke workneh xavier xiang xiao xin xiomara xu yael yan yannick yara yasmin yasmine yaw yegor yejide yemi " +
    "yevgeny yiannis ying ylva yolanda yong yoshiko youssef yoweri yuki yukiko yulia yun yuri yusuf yvan yvette yvonne " +
    "zachary zahra zainab zaliha zara zeynep zhang zhao zhen zhi zhou zhu zoe zoltan zoran zsofia zsuzsanna zulfiqar zuzana " +
    "zweli"
  ).split(" "),
);
